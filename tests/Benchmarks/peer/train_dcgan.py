#!/usr/bin/python3
"""The same training step as preset anime-64 in PyTorch, as fast as it goes there: the peer that our step is measured against.

Prints one JSON line like `lw bench train --json`. Set OPENBLAS_NUM_THREADS=1 in the environment, as lw does.
"""
import argparse
import json
import os
import time

import torch
from torch.nn import functional as F

from dcgan import discriminator, generator, glorot

parser = argparse.ArgumentParser()
parser.add_argument("--steps", type=int, default=8)
parser.add_argument("--warmup", type=int, default=2)
parser.add_argument("--batch", type=int, default=64)
parser.add_argument("--threads", type=int, default=2)
parser.add_argument("--channels-last", action="store_true")
parser.add_argument("--keep-denormals", action="store_true")
parser.add_argument("--profile", action="store_true")
options = parser.parse_args()

torch.set_num_threads(options.threads)
if not options.keep_denormals:
    torch.set_flush_denormal(True)
torch.manual_seed(1)

g, d = generator(), discriminator()
g.apply(glorot)
d.apply(glorot)
images = torch.rand(options.batch, 3, 64, 64) * 2 - 1
if options.channels_last:
    g, d, images = (x.to(memory_format=torch.channels_last) for x in (g, d, images))
adam_g = torch.optim.Adam(g.parameters(), lr=1.5e-4, betas=(0.5, 0.999))
adam_d = torch.optim.Adam(d.parameters(), lr=1.5e-4, betas=(0.5, 0.999))
ones, zeros = torch.ones(options.batch, 1), torch.zeros(options.batch, 1)


def latents():
    z = torch.randn(options.batch, 100, 1, 1)
    return z.to(memory_format=torch.channels_last) if options.channels_last else z


def step():
    fake = g(latents())
    adam_d.zero_grad(set_to_none=True)
    loss = F.binary_cross_entropy_with_logits(d(images), ones) + F.binary_cross_entropy_with_logits(d(fake.detach()), zeros)
    loss.backward()
    adam_d.step()

    d.requires_grad_(False)  # nobody needs D's weight gradients here: 13 of the step's 160 GFLOP
    adam_g.zero_grad(set_to_none=True)
    loss = F.binary_cross_entropy_with_logits(d(fake), ones)
    loss.backward()
    adam_g.step()
    d.requires_grad_(True)


for _ in range(options.warmup):
    step()
if options.profile:
    with torch.profiler.profile() as profile:
        step()
    print(profile.key_averages().table(sort_by="self_cpu_time_total", row_limit=25))
times = []
for _ in range(options.steps):
    start = time.perf_counter()
    step()
    times.append(time.perf_counter() - start)
seconds = sorted(times)[len(times) // 2]
print(json.dumps({
    "bench": "train", "library": "PyTorch " + torch.__version__, "imagesPerSecond": options.batch / seconds, "stepSeconds": seconds,
    "threads": torch.get_num_threads(), "channelsLast": options.channels_last, "flushDenormal": not options.keep_denormals,
    "openblas": os.environ.get("OPENBLAS_NUM_THREADS", "")}))
