__all__ = ['sub']
from .sub import where as _w
value = 'pkg ' + _w()
def helper():
    from .. import plain
    return plain.NAME
