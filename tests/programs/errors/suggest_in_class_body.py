class Colour:
    crimson = 1
    other = crimsn
