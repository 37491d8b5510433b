using LatentWalk.Cli;
using LatentWalk.Exporter.Export;

namespace LatentWalk.Exporter.Web;

/// <summary>Writes the page and tells what to do with it.</summary>
internal static class PageExport
{
    public static void Write(ExportedModel model, WebPageRequest request)
    {
        long bytes = WebPage.Write(model.Bytes, model.Name, request);
        Talk.Info($"The page of {model.Name}: {bytes / 1e6:f0} MB, of which a browser loads {model.Bytes.Length / 1e6:f0} MB and ONNX Runtime (12 or 25 MB, once).");
        if (model.Bytes.LongLength > WebPage.UsualLargestFile)
        {
            Talk.Warn($"the generator has {model.Bytes.LongLength >> 20} MB; many hosts of static pages take files of at most {WebPage.UsualLargestFile >> 20} MB.");
        }

        Talk.Info($"Look at it with: lw serve {request.Folder}    (browsers do not load generators from files.) To publish, upload the folder as it is.");
    }
}
