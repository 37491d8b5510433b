using System.Collections;
using LatentWalk.Data;

namespace LatentWalk.Trainer.Prepare;

/// <summary>Names of files in few bytes: their letters one after the other, and 12 bytes for each.</summary>
internal sealed class SourceNames : IReadOnlyList<PictureFileName>
{
    private readonly char[] _letters;
    private readonly int[] _ends;
    private readonly long[] _bytes;
    private readonly Dictionary<int, string> _problems = [];

    /// <param name="files">Copied; nothing of them is held but their problems.</param>
    public SourceNames(IReadOnlyCollection<PictureFileName> files)
    {
        _letters = new char[files.Sum(file => file.Name.Length)];
        _ends = new int[files.Count];
        _bytes = new long[files.Count];
        int i = 0;
        int end = 0;
        foreach (PictureFileName file in files)
        {
            file.Name.CopyTo(_letters.AsSpan(end));
            end += file.Name.Length;
            _ends[i] = end;
            _bytes[i] = file.Bytes;
            if (file.Problem is not null)
            {
                _problems[i] = file.Problem;
            }

            i++;
        }
    }

    public int Count => _ends.Length;

    /// <summary>Made anew each time.</summary>
    public PictureFileName this[int index] =>
        new(new string(_letters.AsSpan((index == 0 ? 0 : _ends[index - 1]).._ends[index])), _bytes[index], _problems.GetValueOrDefault(index));

    public IEnumerator<PictureFileName> GetEnumerator()
    {
        for (int i = 0; i < Count; i++)
        {
            yield return this[i];
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
