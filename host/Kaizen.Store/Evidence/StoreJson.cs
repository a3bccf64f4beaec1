using System.Text.Json.Serialization;

namespace Kaizen.Store.Evidence;

[JsonSerializable(typeof(Dictionary<string, string>))]
internal sealed partial class StoreJson : JsonSerializerContext;
