using System.Buffers.Binary;
using System.IO.Compression;

namespace DutyBot.Tests.Manifest;

internal readonly record struct Pixel(byte Red, byte Green, byte Blue, byte Alpha);

/// <summary>
/// A reader for the PNGs the app package uses: 8-bit RGB or RGBA, not interlaced (W3C PNG specification, sections 7 and 9).
/// </summary>
internal sealed record Png(int Width, int Height, IReadOnlyList<Pixel> Pixels)
{
    public static Png Read(string file)
    {
        var bytes = File.ReadAllBytes(file);
        var header = Chunks(bytes).Single(chunk => chunk.Type == "IHDR").Data;
        (header[8], header[10], header[11], header[12]).ShouldBe(((byte)8, (byte)0, (byte)0, (byte)0), $"{file} must be 8-bit, not interlaced");
        var channels = header[9] switch
        {
            2 => 3,
            6 => 4,
            var other => throw new InvalidDataException($"{file} must be RGB or RGBA, not of colour type {other}."),
        };
        var width = (int)BinaryPrimitives.ReadUInt32BigEndian(header);
        var height = (int)BinaryPrimitives.ReadUInt32BigEndian(header.AsSpan(4));

        using var packed = new MemoryStream([.. Chunks(bytes).Where(chunk => chunk.Type == "IDAT").SelectMany(chunk => chunk.Data)]);
        using var unpacked = new MemoryStream();
        using (var inflate = new ZLibStream(packed, CompressionMode.Decompress))
        {
            inflate.CopyTo(unpacked);
        }

        return new Png(width, height, Unfilter(unpacked.ToArray(), width, channels));
    }

    private static IEnumerable<(string Type, byte[] Data)> Chunks(byte[] bytes)
    {
        for (var at = 8; at < bytes.Length; )
        {
            var length = (int)BinaryPrimitives.ReadUInt32BigEndian(bytes.AsSpan(at));
            yield return (System.Text.Encoding.ASCII.GetString(bytes, at + 4, 4), bytes[(at + 8)..(at + 8 + length)]);
            at += length + 12;
        }
    }

    private static Pixel[] Unfilter(byte[] raw, int width, int channels)
    {
        var stride = width * channels;
        var above = new byte[stride];
        var pixels = new List<Pixel>();
        for (var start = 0; start < raw.Length; start += stride + 1)
        {
            var row = raw.AsSpan(start + 1, stride).ToArray();
            for (var i = 0; i < stride; i++)
            {
                var left = i < channels ? (byte)0 : row[i - channels];
                var corner = i < channels ? (byte)0 : above[i - channels];
                row[i] += Predict(raw[start], left, above[i], corner);
            }

            pixels.AddRange(row.Chunk(channels).Select(p => new Pixel(p[0], p[1], p[2], p is [_, _, _, var alpha] ? alpha : byte.MaxValue)));
            above = row;
        }

        return [.. pixels];
    }

    private static byte Predict(byte filter, byte left, byte up, byte corner) =>
        filter switch
        {
            0 => 0,
            1 => left,
            2 => up,
            3 => (byte)((left + up) / 2),
            4 => Paeth(left, up, corner),
            _ => throw new InvalidDataException($"Unknown PNG filter {filter}."),
        };

    private static byte Paeth(byte left, byte up, byte corner)
    {
        var estimate = left + up - corner;
        var (byLeft, byUp, byCorner) = (Math.Abs(estimate - left), Math.Abs(estimate - up), Math.Abs(estimate - corner));
        return byLeft <= byUp && byLeft <= byCorner ? left
            : byUp <= byCorner ? up
            : corner;
    }
}
