namespace LatentWalk.Core.Latents;

/// <summary>What latent a seed stands for. Files and commands name them: a name, once published, stays.</summary>
public enum SamplingStyle
{
    /// <summary>Each component from N(0, 1): what the generator was trained on, and what a seed means everywhere else.</summary>
    Normal,

    /// <summary>The seed's direction at the radius sqrt(zdim), where nearly all normal latents are: no unusually plain or extreme ones.</summary>
    Sphere,

    /// <summary>N(0, 1) without its tails: components beyond 2 are drawn again (Brock et al., BigGAN, section 3.1).</summary>
    Truncated,

    /// <summary>Pairs of opposites: an odd seed is the negative of the even one before it, so that averages over pairs have no drift.</summary>
    Antithetic,

    /// <summary>
    /// Blocks of seeds at right angles to one another (256, or zdim where that is less), each at its own radius: no two of a sheet alike.
    /// The form that low discrepancy takes in this many dimensions (orthogonal Monte Carlo: Choromanski et al. 2017).
    /// </summary>
    Orthogonal,
}
