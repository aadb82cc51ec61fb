"""Loops over floats: a Mandelbrot set, a series, a numeric integral."""
import sys


def mandelbrot(width, limit):
    inside = 0
    for row in range(width):
        ci = 2.0 * row / width - 1.0
        for column in range(width):
            cr = 3.0 * column / width - 2.0
            zr = zi = 0.0
            n = 0
            while n < limit and zr * zr + zi * zi < 4.0:
                zr, zi = zr * zr - zi * zi + cr, 2.0 * zr * zi + ci
                n += 1
            inside += n
    return inside


def series(n):
    total = 0.0
    sign = 1.0
    for k in range(n):
        total += sign / (2 * k + 1)
        sign = -sign
    return 4.0 * total


def integral(n):
    step = 1.0 / n
    total = 0.0
    x = 0.5 * step
    while x < 1.0:
        total += (1.0 - x * x) ** 0.5 * step
        x += step
    return total


def main(size):
    inside = 0
    total = 0.0
    for _ in range(size):
        inside += mandelbrot(32, 50)
        total += series(20_000) + integral(10_000)
    return inside, f"{total:.9f}"


print(main(int(sys.argv[1]) if len(sys.argv) > 1 else 150))
