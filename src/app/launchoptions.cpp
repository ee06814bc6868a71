#include "app/launchoptions.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QDir>

using namespace Qt::StringLiterals;

namespace {

struct Launch
{
    Q_DECLARE_TR_FUNCTIONS(Launch)
};

/// The parser with its options; `QCommandLineParser` keeps no order that would let them be looked up
/// otherwise.
struct Options
{
    QCommandLineOption workspace{u"workspace"_s,
                                 Launch::tr("Opens the workspace in DIR, or makes one there."), u"DIR"_s};
    QCommandLineOption practice{
        u"practice"_s,
        Launch::tr("Opens the practice workspace: a simulator plays the part of Meta, and nobody gets "
                   "a message. With --workspace, the one in that folder.")};
    QCommandLineOption help{
        {u"h"_s, u"help"_s},
        Launch::tr("Shows this help.")
    };
    QCommandLineOption version{
        {u"v"_s, u"version"_s},
        Launch::tr("Shows the version.")
    };

    void addTo(QCommandLineParser &parser) const
    {
        parser.setApplicationDescription(Launch::tr("WhatsApp template campaigns from your own computer."));
        parser.addOptions({workspace, practice, help, version});
    }
};

} // namespace

Result<LaunchOptions> LaunchOptions::parse(const QStringList &arguments)
{
    const Options options;
    QCommandLineParser parser;
    options.addTo(parser);
    if (!parser.parse(arguments))
        return Error{ErrorKind::Usage, parser.errorText(), u"usage"_s, {}};
    if (!parser.positionalArguments().isEmpty())
        return Error{ErrorKind::Usage,
                     Launch::tr("Unexpected argument “%1”.").arg(parser.positionalArguments().constFirst()),
                     u"usage"_s,
                     {}};
    LaunchOptions launch;
    if (parser.isSet(options.workspace)) {
        if (parser.value(options.workspace).isEmpty())
            return Error{ErrorKind::Usage, Launch::tr("--workspace needs a folder."), u"usage"_s, {}};
        launch.workspace = QDir::current().absoluteFilePath(parser.value(options.workspace));
    }
    launch.isPractice = parser.isSet(options.practice);
    launch.wantsHelp = parser.isSet(options.help);
    launch.wantsVersion = parser.isSet(options.version);
    return launch;
}

QString LaunchOptions::helpText()
{
    QCommandLineParser parser;
    Options{}.addTo(parser);
    return parser.helpText();
}
