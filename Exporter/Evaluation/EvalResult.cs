using System.Text.Json.Nodes;
using LatentWalk.Quality;

namespace LatentWalk.Exporter.Evaluation;

/// <summary>The numbers, and what they were measured on.</summary>
/// <param name="Values">Of the generated pictures.</param>
/// <param name="Floor">Of real pictures held back from the reference, as if they had been generated; null where there were too few.</param>
internal sealed record EvalResult(EvalRequest Request, string Kind, string Data, int Size, string Features, QualityValues Values, QualityValues? Floor)
{
    public string ToJson()
    {
        var json = new JsonObject
        {
            ["eval"] = Request.Subject,
            ["kind"] = Kind,
            ["data"] = Data,
            ["resolution"] = Size,
            ["features"] = Features,
            ["seed"] = Request.Seed,
            ["quick"] = Request.Quick,
            ["values"] = QualityJson.ToNode(Values),
        };
        if (Floor is not null)
        {
            json["floor"] = QualityJson.ToNode(Floor);
        }

        return json.ToJsonString();
    }
}
