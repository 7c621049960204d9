"""The simulation of test/bench/simulation.ts as NumPy would be asked to do it: every step over all draws at once, no loop over draws.

Reads the model from the file named on the command line: what it is linear in (deliveries), and what is settled after that. Prints times and results as JSON.
"""

import json
import sys
import time

import numpy as np


def normal_probability(z):
    """Share of a standard normal below z, by Hart's ratio of polynomials; NumPy itself has no error function."""
    x = np.abs(z)
    upper = 3.52624965998911e-2
    for c in (0.700383064443688, 6.37396220353165, 33.912866078383, 112.079291497871, 221.213596169931, 220.206867912376):
        upper = upper * x + c
    lower = 8.83883476483184e-2
    for c in (1.75566716318264, 16.064177579207, 86.7807322029461, 296.564248779674, 637.333633378831, 793.826512519948, 440.413735824752):
        lower = lower * x + c
    tail = np.exp(-x * x / 2) * upper / lower
    return np.where(z > 0, 1 - tail, tail)


def triangular(u, low, likely, high):
    split = (likely - low) / (high - low)
    return np.where(
        u < split, low + np.sqrt(u * (high - low) * (likely - low)), high - np.sqrt((1 - u) * (high - low) * (high - likely))
    )


def settle(model, before):
    """Risk-share, PSF gate and reserves on positions before support: draws × organisations × years."""
    share = model["riskShare"]
    members = np.array(share["members"])
    targets = np.array(share["targets"])
    weights = np.array(share["weights"])[None, :, None]
    variances = before[:, members, 1:] - targets[None, :, :]
    pool = share["inScope"] * variances.sum(axis=1, keepdims=True)
    settled = before.copy()
    settled[:, members, 1:] += weights * pool - share["inScope"] * variances
    tested = settled.copy()
    for council in model["councils"]:
        balance = np.full(before.shape[0], council["opening"])
        for year in range(1, before.shape[2]):
            position = settled[:, council["place"], year]
            used = np.minimum(np.maximum(-position, 0), np.maximum(balance - council["minimum"], 0))
            added = np.maximum(position, 0)
            balance = balance + added - used
            settled[:, council["place"], year] = position + used - added
    for gate in model["gates"]:
        passes = tested[:, gate["place"], gate["year"]] >= gate["total"] - 0.001
        settled[:, gate["place"], gate["year"]] += np.where(passes, gate["earned"], 0.0)
    return settled


def simulate(model, correlation, generator):
    draws = model["draws"]
    points = np.array(model["triangles"])
    shared = generator.standard_normal((draws, 1))
    own = generator.standard_normal((draws, len(points)))
    u = normal_probability(np.sqrt(correlation) * shared + np.sqrt(1 - correlation) * own)
    delivery = triangular(u, points[:, 0], points[:, 1], points[:, 2])
    flat = np.array(model["base"]) + delivery @ np.array(model["effects"])
    before = flat.reshape(draws, model["organisations"], model["length"])
    reported = settle(model, before).sum(axis=1)
    percentiles = [np.percentile(positions, [10, 25, 50, 75, 90], axis=0) for positions in (reported, before.sum(axis=1))]
    return reported[:, model["target"]], percentiles


def main():
    with open(sys.argv[1], encoding="utf8") as file:
        model = json.load(file)
    generator = np.random.default_rng(1)
    simulate({**model, "draws": 500}, 0.3, generator)
    times = []
    for _ in range(3):
        wall, processor = time.perf_counter(), time.process_time()
        reported, _percentiles = simulate(model, 0.3, generator)
        times.append([1000 * (time.perf_counter() - wall), 1000 * (time.process_time() - processor)])
    times.sort()
    print(json.dumps({"version": np.__version__, "wall": times[1][0], "processor": times[1][1], "mean": float(reported.mean()), "p50": float(np.median(reported))}))


main()
