"""Checks and prints JSON: `python -m json.tool [infile [outfile]]`."""

import json
import sys


def main():
    arguments = sys.argv[1:]
    options = {"indent": 4, "ensure_ascii": True, "sort_keys": False}
    files = []
    lines = False
    while arguments:
        argument = arguments.pop(0)
        if argument == "--sort-keys":
            options["sort_keys"] = True
        elif argument == "--no-ensure-ascii":
            options["ensure_ascii"] = False
        elif argument == "--json-lines":
            lines = True
        elif argument == "--indent":
            options["indent"] = int(arguments.pop(0))
        elif argument == "--tab":
            options["indent"] = "\t"
        elif argument == "--no-indent":
            options["indent"] = None
        elif argument == "--compact":
            options["indent"] = None
            options["separators"] = (",", ":")
        elif argument.startswith("--"):
            sys.exit(f"json.tool: error: unrecognized arguments: {argument}")
        else:
            files.append(argument)
    source = sys.stdin if not files or files[0] == "-" else open(files[0], encoding="utf-8")
    try:
        objects = [json.loads(line) for line in source] if lines else [json.load(source)]
    except ValueError as error:
        raise SystemExit(error)
    target = open(files[1], "w", encoding="utf-8") if len(files) > 1 else sys.stdout
    for each in objects:
        json.dump(each, target, **options)
        target.write("\n")


if __name__ == "__main__":
    main()
