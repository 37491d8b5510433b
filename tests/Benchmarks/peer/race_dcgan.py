#!/usr/bin/python3
"""A plain DCGAN in PyTorch on a folder of pictures for so many minutes, then samples of it as PNGs: the peer of the race of recipes.

The exact recipe of preset anime-64, channels last, denormals flushed: the fastest of the settings that train_dcgan.py was tried with.
Prints one JSON line. Set OPENBLAS_NUM_THREADS=1 in the environment, as lw does.
"""
import argparse
import json
import pathlib
import time

import torch
from PIL import Image
from torch.nn import functional as F
from torchvision.transforms.functional import pil_to_tensor, to_pil_image

from dcgan import discriminator, generator, glorot

parser = argparse.ArgumentParser()
parser.add_argument("data", type=pathlib.Path, help="a folder of 64x64 PNGs")
parser.add_argument("samples", type=pathlib.Path, help="where the samples go")
parser.add_argument("--minutes", type=float, default=40)
parser.add_argument("--steps", type=int, default=0, help="this many steps whatever time they take; 0 for --minutes")
parser.add_argument("--count", type=int, default=2000)
parser.add_argument("--batch", type=int, default=64)
parser.add_argument("--threads", type=int, default=2)
parser.add_argument("--device", default="cpu")
options = parser.parse_args()

start = time.perf_counter()
torch.set_num_threads(options.threads)
torch.set_flush_denormal(True)
torch.manual_seed(1)
pictures = torch.stack([pil_to_tensor(Image.open(path).convert("RGB")) for path in sorted(options.data.glob("*.png"))])
pictures = pictures.to(options.device)
g, d = generator(), discriminator()
g.apply(glorot)
d.apply(glorot)
g, d = (network.to(options.device, memory_format=torch.channels_last) for network in (g, d))
adam_g = torch.optim.Adam(g.parameters(), lr=1.5e-4, betas=(0.5, 0.999))
adam_d = torch.optim.Adam(d.parameters(), lr=1.5e-4, betas=(0.5, 0.999))
ones, zeros = (torch.full((options.batch, 1), value, device=options.device) for value in (1.0, 0.0))


def batches():
    while True:
        for chosen in torch.randperm(len(pictures)).split(options.batch):
            if len(chosen) == options.batch:
                yield (pictures[chosen.to(options.device)].float() / 127.5 - 1).contiguous(memory_format=torch.channels_last)


steps = 0
for images in batches():
    if steps >= options.steps if options.steps else time.perf_counter() - start >= options.minutes * 60:
        break
    fake = g(torch.randn(options.batch, 100, 1, 1, device=options.device))
    adam_d.zero_grad(set_to_none=True)
    loss_d = F.binary_cross_entropy_with_logits(d(images), ones) + F.binary_cross_entropy_with_logits(d(fake.detach()), zeros)
    loss_d.backward()
    adam_d.step()

    d.requires_grad_(False)
    adam_g.zero_grad(set_to_none=True)
    loss_g = F.binary_cross_entropy_with_logits(d(fake), ones)
    loss_g.backward()
    adam_g.step()
    d.requires_grad_(True)
    steps += 1

seconds = time.perf_counter() - start
options.samples.mkdir(parents=True, exist_ok=True)
g.eval()
with torch.no_grad():
    for first in range(0, options.count, options.batch):
        z = torch.randn(min(options.batch, options.count - first), 100, 1, 1, device=options.device)
        for offset, image in enumerate(((g(z) + 1) / 2).clamp(0, 1).cpu()):
            to_pil_image(image).save(options.samples / f"sample-{first + offset:06d}.png")
print(json.dumps({"library": "PyTorch " + torch.__version__, "steps": steps, "seconds": round(seconds, 1), "lossD": loss_d.item(), "lossG": loss_g.item()}))
