using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace DutyBot.Hosting;

/// <summary>The app package: the sources beside the program, with one organisation's ids and addresses in the manifest.</summary>
internal sealed class OfficePackage
{
    private const string ManifestFile = "manifest.json";

    private static readonly string Sources = Path.Combine(AppContext.BaseDirectory, "manifest");

    /// <summary>The earliest time a zip can hold: the same request makes the same bytes on every day.</summary>
    private static readonly DateTimeOffset Undated = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly JsonObject _manifest;

    private OfficePackage(JsonObject manifest) => _manifest = manifest;

    public string Id => _manifest["id"]!.GetValue<string>();

    public string Version => _manifest["version"]!.GetValue<string>();

    public string Host => _manifest["validDomains"]![0]!.GetValue<string>();

    /// <param name="request">One without refusals.</param>
    public static OfficePackage Of(PackageRequest request)
    {
        var manifest = JsonNode.Parse(File.ReadAllText(Path.Combine(Sources, ManifestFile)))!.AsObject();
        var app = Guid.Parse(request.AppId);
        var host = request.Host.ToLowerInvariant();
        manifest["id"] = $"{(request.ManifestId is { } given ? Guid.Parse(given) : Derived(app))}";
        manifest["version"] = request.Version ?? manifest["version"]!.GetValue<string>();
        manifest["bots"]![0]!["botId"] = $"{app}";
        manifest["webApplicationInfo"]!["id"] = $"{app}";
        manifest["validDomains"] = new JsonArray(host);
        Introduce(manifest["developer"]!, request, host);
        Grant(manifest, request.GrantedOnInstallation, host);
        return new OfficePackage(manifest);
    }

    /// <summary>The manifest, its icons and its languages, all at the root, as Teams wants them.</summary>
    public byte[] Zip()
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            Add(zip, ManifestFile, Encoding.UTF8.GetBytes(_manifest.ToJsonString(Readable)));
            foreach (var name in Named())
            {
                Add(zip, name, File.ReadAllBytes(Path.Combine(Sources, name)));
            }
        }

        return bytes.ToArray();
    }

    private static void Introduce(JsonNode developer, PackageRequest request, string host)
    {
        developer["name"] = request.DeveloperName?.Trim() ?? developer["name"]!.GetValue<string>();
        developer["websiteUrl"] = $"https://{host}";
        developer["privacyUrl"] = request.PrivacyUrl ?? $"https://{host}/privacy";
        developer["termsOfUseUrl"] = request.TermsUrl ?? $"https://{host}/terms";
    }

    /// <summary>Teams asks for such permissions only beside a resource; nothing is fetched from its address.</summary>
    private static void Grant(JsonObject manifest, IReadOnlyList<string> permissions, string host)
    {
        if (permissions.Count == 0)
        {
            return;
        }

        var asked = permissions.Distinct().Select(JsonNode (name) => new JsonObject { ["name"] = name, ["type"] = "Application" });
        manifest["webApplicationInfo"]!["resource"] = $"https://{host}";
        manifest["authorization"] = new JsonObject { ["permissions"] = new JsonObject { ["resourceSpecific"] = new JsonArray([.. asked]) } };
    }

    /// <summary>A UUID of version 8 (RFC 9562): one app has one id for ever, without anybody keeping it.</summary>
    private static Guid Derived(Guid app)
    {
        var bytes = SHA256.HashData(Encoding.UTF8.GetBytes($"DutyBot app package {app}")).AsSpan(0, 16);
        bytes[6] = (byte)((bytes[6] & 0x0F) | 0x80);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new Guid(bytes, bigEndian: true);
    }

    private IEnumerable<string> Named() =>
        _manifest["icons"]!
            .AsObject()
            .Select(icon => icon.Value!.GetValue<string>())
            .Concat(_manifest["localizationInfo"]!["additionalLanguages"]!.AsArray().Select(language => language!["file"]!.GetValue<string>()));

    private static void Add(ZipArchive zip, string name, byte[] content)
    {
        var entry = zip.CreateEntry(name);
        entry.LastWriteTime = Undated;
        using var stream = entry.Open();
        stream.Write(content);
    }
}
