using LatentWalk.Walking;
using Silk.NET.Input;

namespace LatentWalk.Viewer.Input;

/// <summary>One line of the key help and what its keys do.</summary>
/// <param name="Command">What they ask for.</param>
/// <param name="Keys">Any of these.</param>
/// <param name="Caption">The keys as the help spells them.</param>
/// <param name="Text">What they do, in a few words.</param>
internal sealed record KeyBinding(Command Command, IReadOnlyList<Key> Keys, string Caption, string Text);
