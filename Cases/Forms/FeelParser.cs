using System.Globalization;
using System.Text;

namespace Pana.Cases;

/// <summary>Reads the FEEL subset by recursive descent; nesting and length are bounded.</summary>
internal ref struct FeelParser(string text)
{
    private const int MaxLength = 2000;
    private const int MaxDepth = 40;

    private readonly string _text = text;
    private int _at;
    private int _depth;

    public FeelExpression Read()
    {
        if (_text.Length > MaxLength)
        {
            throw Expected($"at most {MaxLength} characters");
        }

        var expression = Either();
        Skip();
        return _at == _text.Length ? expression : throw Expected("and, or, or the end of the condition");
    }

    private FeelExpression Either()
    {
        if (++_depth > MaxDepth)
        {
            throw Expected($"at most {MaxDepth} levels of parentheses");
        }

        var left = Both();
        while (Word("or"))
        {
            left = new FeelEither(left, Both());
        }

        _depth--;
        return left;
    }

    private FeelExpression Both()
    {
        var left = Comparison();
        while (Word("and"))
        {
            left = new FeelBoth(left, Comparison());
        }

        return left;
    }

    private FeelExpression Comparison()
    {
        var left = Primary();
        foreach (var sign in (ReadOnlySpan<string>)["!=", "<=", ">=", "=", "<", ">"])
        {
            if (Sign(sign))
            {
                return new FeelComparison(sign, left, Primary());
            }
        }

        return Word("in") ? new FeelIn(left, Among()) : left;
    }

    private List<FeelExpression> Among()
    {
        var close = Sign("(") ? ")" : Sign("[") ? "]" : null;
        if (close is null)
        {
            return [Primary()];
        }

        List<FeelExpression> among = [];
        do
        {
            among.Add(Primary());
        }
        while (Sign(","));

        return Sign(close) ? among : throw Expected($"a comma or {close}");
    }

    private FeelExpression Primary()
    {
        if (Word("not"))
        {
            Demand("(", "( after not");
            return new FeelNot(Closed());
        }

        if (Sign("("))
        {
            return Closed();
        }

        Skip();
        var next = _at < _text.Length ? _text[_at] : '\0';
        return next switch
        {
            '"' => Text(),
            '-' or (>= '0' and <= '9') => Number(),
            _ when char.IsLetter(next) || next == '_' => Name(),
            _ => throw Expected("a name, a text in quotation marks, a number, true, false, null, not(…) or ("),
        };
    }

    private FeelExpression Closed()
    {
        var inner = Either();
        Demand(")", ")");
        return inner;
    }

    private FeelLiteral Text()
    {
        var built = new StringBuilder();
        for (_at++; _at < _text.Length; _at++)
        {
            if (_text[_at] == '"')
            {
                _at++;
                return new FeelLiteral(built.ToString());
            }

            if (_text[_at] == '\\' && _at + 1 < _text.Length)
            {
                _at++;
            }

            built.Append(_text[_at]);
        }

        throw Expected("a closing quotation mark");
    }

    private FeelLiteral Number()
    {
        var from = _at++;
        while (_at < _text.Length && (char.IsAsciiDigit(_text[_at]) || _text[_at] == '.'))
        {
            _at++;
        }

        if (decimal.TryParse(_text.AsSpan(from, _at - from), NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number))
        {
            return new FeelLiteral(number);
        }

        _at = from;
        throw Expected("a number such as 18 or 1.5");
    }

    private FeelExpression Name()
    {
        var from = _at;
        while (_at < _text.Length && IsNamePart(_text[_at]))
        {
            _at++;
        }

        var name = _text[from.._at];
        switch (name)
        {
            case "true": return new FeelLiteral(true);
            case "false": return new FeelLiteral(false);
            case "null": return new FeelLiteral(null);
            case "and" or "or" or "in" or "not":
                _at = from;
                throw Expected("a value before this word");
        }

        Skip();
        return _at < _text.Length && _text[_at] == '(' ? throw Expected("no function call but not(…)") : new FeelName(name);
    }

    private static bool IsNamePart(char letter) => char.IsLetterOrDigit(letter) || letter is '_' or '.';

    private bool Word(string word)
    {
        Skip();
        var end = _at + word.Length;
        if (string.CompareOrdinal(_text, _at, word, 0, word.Length) != 0 || (end < _text.Length && IsNamePart(_text[end])))
        {
            return false;
        }

        _at = end;
        return true;
    }

    private bool Sign(string sign)
    {
        Skip();
        if (string.CompareOrdinal(_text, _at, sign, 0, sign.Length) != 0)
        {
            return false;
        }

        _at += sign.Length;
        return true;
    }

    private void Demand(string sign, string expected)
    {
        if (!Sign(sign))
        {
            throw Expected(expected);
        }
    }

    private void Skip()
    {
        while (_at < _text.Length && char.IsWhiteSpace(_text[_at]))
        {
            _at++;
        }
    }

    private readonly FeelSyntaxException Expected(string what) => new(_text, _at, what);
}
