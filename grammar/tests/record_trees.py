"""Writes the expected tree of every source in `corpus/` beside it, as the CPython 3.13 that runs
this script dumps it:

    python3.13 grammar/tests/record_trees.py
"""

import ast
import pathlib
import sys
import warnings

assert sys.version_info[:2] == (3, 13), "the trees are CPython 3.13's"
warnings.simplefilter("ignore")
for path in sorted(pathlib.Path(__file__).with_name("corpus").glob("*.py")):
    tree = ast.parse(path.read_bytes())
    text = ast.dump(tree, include_attributes=True, indent=1)
    path.with_suffix(".tree").write_text(text + "\n", encoding="utf-8", newline="")
