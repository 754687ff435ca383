using System.Net.Http.Headers;
using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Identity;
using DutyBot.Teams.Auth;

namespace DutyBot.Teams.Connector;

/// <summary>Signs outgoing requests as the bot; without an app id (Development) it signs nothing.</summary>
/// <param name="credential">Keeps its token until shortly before it expires, so asking each time costs no request.</param>
internal sealed class BotToken(TokenCredential? credential, string scope) : DelegatingHandler
{
    private readonly TokenRequestContext wanted = new([scope]);

    public static TokenCredential Credential(TeamsOptions options, HttpPipelineTransport? transport = null)
    {
        if (options.Credential == BotCredentialKind.ClientSecret)
        {
            var secret = With(new ClientSecretCredentialOptions(), options, transport);
            return new ClientSecretCredential(options.TenantId, options.AppId, options.ClientSecret, secret);
        }

        var identity = ManagedIdentityId.FromUserAssignedClientId(options.AppId);
        return new ManagedIdentityCredential(With(new ManagedIdentityCredentialOptions(identity), options, transport));
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (credential is not null)
        {
            Guard(request.RequestUri!);
            var token = await credential.GetTokenAsync(wanted, cancellationToken);
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token.Token);
        }

        return await base.SendAsync(request, cancellationToken);
    }

    /// <summary>The token is as good as the bot's password.</summary>
    private static void Guard(Uri target)
    {
        if (target.Scheme != Uri.UriSchemeHttps && !target.IsLoopback)
        {
            throw new InvalidOperationException($"The bot's token does not go to {target.Scheme}://{target.Host}: it is not https.");
        }
    }

    private static TOptions With<TOptions>(TOptions credential, TeamsOptions options, HttpPipelineTransport? transport)
        where TOptions : TokenCredentialOptions
    {
        credential.AuthorityHost = options.TokenAuthority;
        credential.Transport = transport ?? credential.Transport;
        return credential;
    }
}
