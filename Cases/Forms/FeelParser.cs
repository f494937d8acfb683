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
            throw Expected(FormDefectMessages.AtMostCharacters.Fill(MaxLength));
        }

        var expression = Either();
        Skip();
        return _at == _text.Length ? expression : throw Expected(FormDefectMessages.AndOrEnd);
    }

    private FeelExpression Either()
    {
        if (++_depth > MaxDepth)
        {
            throw Expected(FormDefectMessages.AtMostParentheses.Fill(MaxDepth));
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

        return Sign(close) ? among : throw Expected(FormDefectMessages.CommaOr.Fill(close));
    }

    private FeelExpression Primary()
    {
        if (Word("not"))
        {
            Demand("(", FormDefectMessages.AfterNot);
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
            _ => throw Expected(FormDefectMessages.AnyValue),
        };
    }

    private FeelExpression Closed()
    {
        var inner = Either();
        Demand(")", LocalizedText.Same(")"));
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

        throw Expected(FormDefectMessages.ClosingMark);
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
        throw Expected(FormDefectMessages.NumberLike);
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
                throw Expected(FormDefectMessages.ValueBefore);
        }

        Skip();
        return _at < _text.Length && _text[_at] == '(' ? throw Expected(FormDefectMessages.NoFunction) : new FeelName(name);
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

    private void Demand(string sign, LocalizedText expected)
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

    private readonly FeelSyntaxException Expected(LocalizedText what) => new(_text, _at, what);
}
