"""The planets' orbits by a symplectic integrator: floats in attributes, and in lists."""
import sys


class Body:
    def __init__(self, x, y, z, vx, vy, vz, mass):
        self.x = x
        self.y = y
        self.z = z
        self.vx = vx
        self.vy = vy
        self.vz = vz
        self.mass = mass


def bodies():
    return [
        Body(0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 39.47),
        Body(4.84, -1.16, -0.10, 0.606, 2.81, -0.02, 0.037),
        Body(8.34, 4.12, -0.40, -1.01, 1.82, 0.008, 0.011),
        Body(12.89, -15.11, -0.22, 1.08, 0.868, -0.01, 0.0017),
        Body(15.37, -25.9, 0.179, 0.979, 0.594, -0.034, 0.002),
    ]


def advance(pairs, everything, dt):
    for a, b in pairs:
        dx = a.x - b.x
        dy = a.y - b.y
        dz = a.z - b.z
        force = dt / (dx * dx + dy * dy + dz * dz) ** 1.5
        push = b.mass * force
        a.vx -= dx * push
        a.vy -= dy * push
        a.vz -= dz * push
        push = a.mass * force
        b.vx += dx * push
        b.vy += dy * push
        b.vz += dz * push
    for body in everything:
        body.x += dt * body.vx
        body.y += dt * body.vy
        body.z += dt * body.vz


def energy(pairs, everything):
    total = 0.0
    for body in everything:
        total += 0.5 * body.mass * (body.vx ** 2 + body.vy ** 2 + body.vz ** 2)
    for a, b in pairs:
        total -= a.mass * b.mass / ((a.x - b.x) ** 2 + (a.y - b.y) ** 2 + (a.z - b.z) ** 2) ** 0.5
    return total


def springs(n):
    position = [0.1 * i for i in range(40)]
    speed = [0.0] * 40
    for _ in range(n):
        for i in range(1, 39):
            speed[i] += 0.1 * (position[i - 1] - 2.0 * position[i] + position[i + 1])
        for i in range(40):
            position[i] += 0.1 * speed[i]
    return sum(position)


def main(size):
    everything = bodies()
    pairs = [(a, b) for i, a in enumerate(everything) for b in everything[i + 1:]]
    total = 0.0
    for _ in range(size):
        for _ in range(250):
            advance(pairs, everything, 0.001)
        total += springs(60)
    return f"{energy(pairs, everything):.9f} {total:.6f}"


print(main(int(sys.argv[1]) if len(sys.argv) > 1 else 400))
