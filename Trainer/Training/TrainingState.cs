using LatentWalk.Trainer.Augment;
using LatentWalk.Trainer.Losses;
using LatentWalk.Trainer.Networks;
using LatentWalk.Trainer.Options;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using Generator = LatentWalk.Trainer.Networks.Generator;

namespace LatentWalk.Trainer.Training;

/// <summary>All that a step changes: both networks, the generator's average, both optimisers, the step count.</summary>
internal sealed class TrainingState : IDisposable
{
    public TrainingState(TrainingOptions options, Device device)
    {
        Options = options;
        Device = device;
        Generator = Generator.Of(options.Generator);
        Discriminator = Discriminator.Of(options.Discriminator);
        Generator.Initialise(options.Seed);
        Discriminator.Initialise(options.Seed);
        Generator.to(device);
        Discriminator.to(device);
        if (options.Ema.Enabled)
        {
            Average = new GeneratorAverage(Generator, options.Generator, options.Ema.KeptBy(options.ImagesPerStep), device);
        }

        if (options.Augment.Adapts)
        {
            Augmentation = new AdaptiveProbability(options.Augment, options.Batch, device);
        }

        Loss = Losses.Loss.Of(options.Loss);
        GeneratorOptimizer = Adam(Generator, options.GeneratorOptimizer);
        DiscriminatorOptimizer = Adam(Discriminator, options.DiscriminatorOptimizer);
    }

    public TrainingOptions Options { get; }

    public Device Device { get; }

    public Generator Generator { get; }

    public Discriminator Discriminator { get; }

    /// <summary>Null when the options keep no average.</summary>
    public GeneratorAverage? Average { get; }

    /// <summary>Null unless the options let the augmentation adapt.</summary>
    public AdaptiveProbability? Augmentation { get; }

    /// <summary>What both play for.</summary>
    public ILoss Loss { get; init; }

    public Adam GeneratorOptimizer { get; }

    public Adam DiscriminatorOptimizer { get; }

    /// <summary>Steps finished.</summary>
    public long Step { get; set; }

    public long ImagesSeen => Step * Options.ImagesPerStep;

    /// <summary>The generator that pictures are drawn from: the average where there is one.</summary>
    public Generator Best => Average?.Generator ?? Generator;

    public void Dispose()
    {
        GeneratorOptimizer.Dispose();
        DiscriminatorOptimizer.Dispose();
        Average?.Dispose();
        Augmentation?.Dispose();
        Generator.Dispose();
        Discriminator.Dispose();
    }

    private static Adam Adam(nn.Module network, AdamOptions options) =>
        optim.Adam(network.parameters(), options.LearningRate, options.Beta1, options.Beta2, options.Epsilon);
}
