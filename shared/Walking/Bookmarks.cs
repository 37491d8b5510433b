namespace LatentWalk.Walking;

/// <summary>The number keys: a favourite each.</summary>
internal static class Bookmarks
{
    public static bool TryNumberOf(Command command, out int number)
    {
        bool known = command is >= Command.Bookmark1 and <= Command.Bookmark9;
        number = known ? command - Command.Bookmark1 + 1 : 0;
        return known;
    }

    /// <summary>Flies to the face of a number; where there is none yet, or with the precise key held, the number gets the face that is shown.</summary>
    public static WalkState Press(in WalkState state, int number, FlightSettings settings)
    {
        int index = IndexOf(state.Favourites, number);
        if (index < 0 || state.Input.Precise)
        {
            return Set(state, number, index, settings);
        }

        Favourite favourite = state.Favourites[index];
        return favourite.Place.Z.Length == state.Model.ZDim
            ? Moves.FlyTo(state, favourite, settings)
            : Say(state, $"bookmark {number} is a face of another generator: its latent has {favourite.Place.Z.Length} numbers, not {state.Model.ZDim}", settings);
    }

    // The face that had the number stays a favourite, without it.
    private static WalkState Set(in WalkState state, int number, int index, FlightSettings settings)
    {
        List<Favourite> favourites = [.. state.Favourites];
        if (index >= 0)
        {
            favourites[index] = favourites[index] with { Bookmark = null };
        }

        Favourite made = Favourite.Of(state, number);
        favourites.Add(made);
        return Say(state with { Favourites = favourites }, $"{number} leads to this face now ({made.Name})", settings);
    }

    private static WalkState Say(in WalkState state, string text, FlightSettings settings) =>
        state with { Toast = text, ToastSeconds = settings.ToastSeconds };

    private static int IndexOf(IReadOnlyList<Favourite> favourites, int number)
    {
        for (int i = 0; i < favourites.Count; i++)
        {
            if (favourites[i].Bookmark == number)
            {
                return i;
            }
        }

        return -1;
    }
}
