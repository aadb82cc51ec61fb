from ... import plain
from ..sub import where
def up():
    return plain.NAME, where(), __package__
