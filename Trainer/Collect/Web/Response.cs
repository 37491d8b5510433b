using System.Net;

namespace LatentWalk.Trainer.Collect.Web;

/// <summary>What one request brought; exactly one of body, redirect and problem.</summary>
/// <param name="Status">Null when there was no answer.</param>
/// <param name="Why">A word for the kind of problem, see <see cref="Why"/>.</param>
/// <param name="Problem">In words, without a full stop; null when there is none.</param>
/// <param name="IsPassing">Another try may go better.</param>
/// <param name="RetryAfter">How long the server wants to be left alone.</param>
internal sealed record Response(
    HttpStatusCode? Status, byte[]? Body = null, string? ContentType = null, string? Location = null, Why Why = Why.None, string? Problem = null, bool IsPassing = false, TimeSpan? RetryAfter = null);
