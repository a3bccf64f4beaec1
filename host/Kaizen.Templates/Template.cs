using Scriban.Parsing;
using Scriban.Runtime;
using Scriban.Syntax;

namespace Scriban;

/// <summary>A parsed template. It never changes and may be rendered from many threads at once.</summary>
public class Template
{
    private Template(string? sourceFilePath, ScriptPage? page, LogMessageBag messages)
    {
        SourceFilePath = sourceFilePath;
        Page = page;
        Messages = messages;
    }

    public string? SourceFilePath { get; }

    /// <summary>The parsed page; null where the template has errors.</summary>
    public ScriptPage? Page { get; }

    public bool HasErrors => Messages.HasErrors;

    public LogMessageBag Messages { get; }

    /// <summary>Parses a template; faults are in <see cref="Messages"/>, all of them, and nothing is thrown.</summary>
    public static Template Parse(
        string text, string? sourceFilePath = null, ParserOptions? parserOptions = null, LexerOptions? lexerOptions = null)
    {
        var messages = new LogMessageBag();
        var source = new SourceText(text ?? "", sourceFilePath ?? "<input>");
        var tokens = new Lexer(source, (lexerOptions ?? LexerOptions.Default).Mode, messages).Run();
        var limit = (parserOptions ?? ParserOptions.Default).ExpressionDepthLimit;
        var page = new Parser(source, tokens, messages, limit).ParsePage();
        return new Template(sourceFilePath, messages.HasErrors ? null : page, messages);
    }

    /// <summary>The value of an expression.</summary>
    public static object? Evaluate(string expression, TemplateContext context) =>
        Parse(expression, lexerOptions: new LexerOptions { Mode = ScriptMode.ScriptOnly }).Evaluate(context);

    public static object? Evaluate(
        string expression, object model, MemberRenamerDelegate? memberRenamer = null, MemberFilterDelegate? memberFilter = null) =>
        Parse(expression, lexerOptions: new LexerOptions { Mode = ScriptMode.ScriptOnly }).Evaluate(model, memberRenamer, memberFilter);

    public object? Evaluate(TemplateContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var page = RequirePage();
        var outer = context.EnableOutput;
        context.EnableOutput = false;
        try
        {
            return page.EvaluateScript(context);
        }
        finally
        {
            context.EnableOutput = outer;
        }
    }

    public object? Evaluate(
        object? model = null, MemberRenamerDelegate? memberRenamer = null, MemberFilterDelegate? memberFilter = null) =>
        Evaluate(ContextFor(model, memberRenamer, memberFilter));

    public string Render(TemplateContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        try
        {
            RunIn(context);
            return context.Output.ToString() ?? "";
        }
        finally
        {
            context.ResetOutput();
        }
    }

    public string Render(
        object? model = null, MemberRenamerDelegate? memberRenamer = null, MemberFilterDelegate? memberFilter = null) =>
        Render(ContextFor(model, memberRenamer, memberFilter));

    /// <summary>Runs the page; what it writes goes to the output of the context.</summary>
    internal void RunIn(TemplateContext context)
    {
        var page = RequirePage();
        if (SourceFilePath is not null)
            context.PushSourceFile(SourceFilePath);
        try
        {
            context.CheckAbort();
            var result = context.Evaluate(page);
            if (result is not null && context.EnableOutput)
                context.Write(page.Span, result);
        }
        finally
        {
            if (SourceFilePath is not null)
                context.PopSourceFile();
        }
    }

    private static TemplateContext ContextFor(
        object? model, MemberRenamerDelegate? memberRenamer, MemberFilterDelegate? memberFilter)
    {
        var context = new TemplateContext { MemberFilter = memberFilter };
        if (memberRenamer is not null)
            context.MemberRenamer = memberRenamer;
        var global = new ScriptObject();
        global.Import(model, memberFilter, memberRenamer);
        context.PushGlobal(global);
        return context;
    }

    private ScriptPage RequirePage() => Page
        ?? throw new InvalidOperationException($"The template has errors and cannot run:{Environment.NewLine}{Messages}");
}
