#!/usr/bin/python3
"""torchvision's ImageFolder + Resize + DataLoader over a folder of class folders: the peer that our loader is measured against.

Prints one JSON line: pictures a second of one epoch of float batches in [-1, 1], the workers started and warm.
"""
import argparse
import json
import time

import torch
from torch.utils.data import DataLoader
from torchvision import transforms
from torchvision.datasets import ImageFolder

parser = argparse.ArgumentParser()
parser.add_argument("folder")
parser.add_argument("--size", type=int, default=64)
parser.add_argument("--workers", type=int, default=2)
parser.add_argument("--batch", type=int, default=64)
parser.add_argument("--epochs", type=int, default=3)
options = parser.parse_args()

torch.set_num_threads(1)
pictures = ImageFolder(options.folder, transforms.Compose([
    transforms.Resize(options.size),
    transforms.CenterCrop(options.size),
    transforms.ToTensor(),
    transforms.Normalize((0.5, 0.5, 0.5), (0.5, 0.5, 0.5)),
]))
loader = DataLoader(pictures, batch_size=options.batch, shuffle=True, num_workers=options.workers, persistent_workers=True)


def epoch():
    count = 0
    for batch, _ in loader:
        count += len(batch)
    return count


epoch()
seconds = []
for _ in range(options.epochs):
    start = time.perf_counter()
    count = epoch()
    seconds.append(time.perf_counter() - start)
median = sorted(seconds)[len(seconds) // 2]
print(json.dumps({"imagesPerSecond": round(count / median, 1), "pictures": count, "seconds": round(median, 4)}))
