using System.Collections.Frozen;

namespace LatentWalk.Core.Onnx.Sizes;

/// <summary>
/// For every operator that a generator may be made of, what its outputs are, given its inputs. Not among them: control flow and
/// sequences (they carry graphs and can run for ever), random numbers (the same latent must give the same picture), results
/// whose size depends on values (NonZero, Unique, TopK), and anything outside the standard domain.
/// </summary>
internal static class SizeRules
{
    private static readonly FrozenSet<string> Weighted =
        new[] { "MatMul", "MatMulInteger", "QLinearMatMul", "Gemm", "Einsum", "Conv", "ConvInteger", "QLinearConv", "ConvTranspose" }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, Func<SizedNode, GraphValue[]>> Rules =
        new[] { ElementRules.All, ProductRules.All, ConvolutionRules.All, ReductionRules.All, LayoutRules.All, CutRules.All, ResampleRules.All, ConstantRules.All }
            .SelectMany(rules => rules)
            .ToFrozenDictionary(StringComparer.Ordinal);

    public static bool Has(string operation) => Rules.ContainsKey(operation);

    public static Func<SizedNode, GraphValue[]> For(string operation) => Rules[operation];

    /// <summary>Whether ONNX Runtime may keep a copy of the node's constant inputs in a form of its own.</summary>
    public static bool UsesWeights(string operation) => Weighted.Contains(operation);
}
