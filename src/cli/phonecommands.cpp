#include "cli/command.h"
#include "cli/commandcontext.h"
#include "cli/jsonforms.h"
#include "cli/options.h"
#include "exchange/textencoding.h"

#include <QCoreApplication>
#include <QFile>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 kLongestLine = 1024 * 1024;

class Words
{
    Q_DECLARE_TR_FUNCTIONS(PhoneCommands)
};

Result<> parsePhones(const Arguments &arguments, CommandContext &context)
{
    const Result<PhoneParser> parser = PhoneParser::withDefaultCountry(arguments.value(u"default-country"_s));
    if (!parser)
        return usageError(parser.error().message);
    QFile input;
    if (!input.open(stdin, QIODevice::ReadOnly))
        return Error{ErrorKind::BadInput, Words::tr("Standard input cannot be read."), u"unreadable"_s, {}};
    while (true) {
        QByteArray line = input.readLine(kLongestLine);
        if (line.isEmpty())
            return Done{};
        for (const char end : {'\n', '\r'}) {
            if (line.endsWith(end))
                line.chop(1);
        }
        const std::optional<QString> decoded = decodeText(line, TextEncoding::Utf8);
        ParsedPhone phone = parser->parse(decoded.value_or(QString{}));
        if (!decoded) {
            phone.input = decodeTextWithReplacements(line, TextEncoding::Utf8);
            phone.reason = ImportReason::NotTextual;
        }
        if (context.isJson())
            context.terminal().json(phoneJson(phone));
        else
            context.terminal().line(phone.reason
                                        ? u"%1\t%2\t%3"_s.arg(phone.input, phone.e164, toWord(*phone.reason))
                                        : u"%1\t%2"_s.arg(phone.input, phone.e164));
    }
}

} // namespace

std::vector<Command> phoneCommands()
{
    return {
        Command(u"phone parse"_s, Words::tr("What an import makes of each line of standard input."))
            .option(u"default-country"_s, u"CC"_s,
                    Words::tr("Country of numbers without a country code: ES, IN …"))
            .does(parsePhones),
    };
}
