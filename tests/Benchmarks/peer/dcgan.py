"""Preset anime-64's networks in PyTorch, written the plain way."""
from torch import nn


def block(layer, out, batch_norm, activation):
    return [layer] + ([nn.BatchNorm2d(out)] if batch_norm else []) + ([activation] if activation else [])


def generator():
    layers = block(nn.ConvTranspose2d(100, 512, 4, 1, 0, bias=False), 512, True, nn.ReLU(True))
    for i, o in ((512, 256), (256, 128), (128, 64)):
        layers += block(nn.ConvTranspose2d(i, o, 4, 2, 1, bias=False), o, True, nn.ReLU(True))
    return nn.Sequential(*layers, nn.ConvTranspose2d(64, 3, 4, 2, 1), nn.Tanh())


def discriminator():
    layers = block(nn.Conv2d(3, 64, 4, 2, 1), 64, False, nn.LeakyReLU(0.2, True))
    for i, o in ((64, 128), (128, 256), (256, 512)):
        layers += block(nn.Conv2d(i, o, 4, 2, 1, bias=False), o, True, nn.LeakyReLU(0.2, True))
    return nn.Sequential(*layers, nn.Flatten(), nn.Linear(512 * 4 * 4, 1))


def glorot(module):
    if isinstance(module, (nn.Conv2d, nn.ConvTranspose2d, nn.Linear)):
        nn.init.xavier_normal_(module.weight)
        if module.bias is not None:
            nn.init.zeros_(module.bias)
