using LatentWalk.Core.Networks;
using TorchSharp;
using static TorchSharp.torch;

namespace LatentWalk.Trainer.Networks.Residual;

/// <summary>The blocks of one side; they are registered with the network, by the names of its tensors.</summary>
internal sealed class ResidualStage
{
    private readonly ResidualBlock[] _blocks;

    public ResidualStage(nn.Module network, ResidualStages stages, int side, float slope)
    {
        _blocks = new ResidualBlock[stages.BlocksAt(side)];
        for (int block = 0; block < _blocks.Length; block++)
        {
            _blocks[block] = new ResidualBlock(stages.ChannelsAt(side), stages.InnerChannelsAt(side), stages.GroupSize, slope);
            network.register_module(ResidualTensors.Block(side, block + 1), _blocks[block]);
        }
    }

    public Tensor Run(Tensor x)
    {
        foreach (var block in _blocks)
        {
            x = block.call(x);
        }

        return x;
    }
}
