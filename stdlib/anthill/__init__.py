"""What Anthill has beyond CPython: windows on its memory and time."""
