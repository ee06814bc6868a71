#include "cli/command.h"
#include "cli/commandcontext.h"
#include "cli/jsonforms.h"

#include "storage/database.h"
#include "storage/workspacecheck.h"
#include "workspace/armedstate.h"
#include "workspace/backup.h"
#include "workspace/enginelock.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace {

class Words
{
    Q_DECLARE_TR_FUNCTIONS(WorkspaceCommands)
};

Result<> init(const Arguments &arguments, CommandContext &context)
{
    const auto purpose =
        arguments.has(u"practice"_s) ? Workspace::Purpose::Practice : Workspace::Purpose::Real;
    const Result<Workspace> made = Workspace::create(context.workspaceFolder(), purpose, SystemClock{});
    if (!made)
        return made.error();
    if (context.isJson())
        context.terminal().json({
            {u"path"_s,           made->path()         },
            {u"schema_version"_s, made->schemaVersion()}
        });
    else
        context.terminal().line(Words::tr("The workspace is ready: %1").arg(made->path()));
    return Done{};
}

QJsonValue engineJson(const std::optional<EngineHolder> &engine)
{
    if (!engine)
        return QJsonValue::Null;
    return QJsonObject{
        {u"program"_s, engine->program         },
        {u"pid"_s,     engine->processId       },
        {u"since"_s,   toIsoText(engine->since)}
    };
}

QString shownPlace(const WorkspacePlace &place)
{
    if (!place.networkFileSystem.isEmpty())
        return Words::tr("on a network drive (%1): nothing is sent from there").arg(place.networkFileSystem);
    if (!place.syncedBy.isEmpty())
        return Words::tr("synced by %1, which may damage it").arg(place.syncedBy);
    return Words::tr("on a disk of this computer");
}

Result<> info(const Arguments &, CommandContext &context)
{
    const Result<Session *> session = context.session();
    if (!session)
        return session.error();
    const Workspace &workspace = (*session)->workspace();
    Database &database = (*session)->database();
    const Result<ContentCounts> counts = countContents(database);
    if (!counts)
        return counts.error();
    const std::optional<EngineHolder> engine = EngineLock::holder(workspace.path());
    const bool isArmed = static_cast<bool>(requireArmed(workspace, database));
    const Result<std::vector<BlindPeriod>> blind = (*session)->settings().blindPeriods();
    if (!blind)
        return blind.error();
    if (context.isJson()) {
        QJsonArray periods;
        for (const BlindPeriod &period : *blind)
            periods.append(QJsonObject{
                {u"from"_s, timeOrNull(period.from)},
                {u"to"_s,   timeOrNull(period.to)  }
            });
        context.terminal().json({
            {u"path"_s,            workspace.path()                               },
            {u"database"_s,        workspace.databasePath()                       },
            {u"schema_version"_s,  workspace.schemaVersion()                      },
            {u"practice"_s,        workspace.isPractice()                         },
            {u"armed"_s,           isArmed                                        },
            {u"network"_s,         textOrNull(workspace.place().networkFileSystem)},
            {u"synced_by"_s,       textOrNull(workspace.place().syncedBy)         },
            {u"engine"_s,          engineJson(engine)                             },
            {u"bytes"_s,           database.sizeInBytes()                         },
            {u"accounts"_s,        counts->accounts                               },
            {u"templates"_s,       counts->templates                              },
            {u"contacts"_s,        counts->contacts                               },
            {u"campaigns"_s,       counts->campaigns                              },
            {u"recipients"_s,      counts->recipients                             },
            {u"messages"_s,        counts->messages                               },
            {u"delivery_events"_s, counts->deliveryEvents                         },
            {u"blind_periods"_s,   periods                                        },
        });
        return Done{};
    }
    const QLocale locale;
    context.terminal().facts({
        {Words::tr("Folder"),          workspace.path()                                                              },
        {Words::tr("Database"),        locale.formattedDataSize(database.sizeInBytes())                              },
        {Words::tr("Schema"),          QString::number(workspace.schemaVersion())                                    },
        {Words::tr("Practice"),
         workspace.isPractice() ? Words::tr("yes: nothing leaves this computer") : Words::tr("no")                   },
        {Words::tr("Armed"),           isArmed ? Words::tr("yes") : Words::tr("no: nothing is sent until you arm it")},
        {Words::tr("Place"),           shownPlace(workspace.place())                                                 },
        {Words::tr("Engine"),
         engine ? Words::tr("%1, process %2").arg(engine->program).arg(engine->processId)
                : Words::tr("not running")                                                                           },
        {Words::tr("Accounts"),        locale.toString(counts->accounts)                                             },
        {Words::tr("Templates"),       locale.toString(counts->templates)                                            },
        {Words::tr("Contacts"),        locale.toString(counts->contacts)                                             },
        {Words::tr("Campaigns"),       locale.toString(counts->campaigns)                                            },
        {Words::tr("Recipients"),      locale.toString(counts->recipients)                                           },
        {Words::tr("Messages"),        locale.toString(counts->messages)                                             },
        {Words::tr("Delivery events"), locale.toString(counts->deliveryEvents)                                       },
    });
    for (const BlindPeriod &period : *blind) {
        const auto shown = [&](UtcTime at) {
            return locale.toString(toDateTime(at).toTimeZone((*session)->timeZone()), QLocale::ShortFormat);
        };
        context.terminal().line(
            Words::tr("Nobody received delivery events from %1 to %2; Meta does not tell them any more.")
                .arg(shown(period.from), shown(period.to)));
    }
    return Done{};
}

void check(const Arguments &, CommandContext &context)
{
    const Result<Session *> session = context.session();
    if (!session)
        return context.fail(session.error());
    QStringList problems;
    Database &database = (*session)->database();
    for (const Result<std::vector<QString>> &found :
         {database.integrityProblems(), counterProblems(database)}) {
        if (!found)
            return context.fail(found.error());
        problems += QStringList{found->begin(), found->end()};
    }
    if (context.isJson()) {
        context.terminal().json({
            {u"ok"_s,       problems.isEmpty()                  },
            {u"problems"_s, QJsonArray::fromStringList(problems)}
        });
    } else if (problems.isEmpty()) {
        context.terminal().line(Words::tr("The database is sound, and every counter is right."));
    } else {
        for (const QString &problem : problems)
            context.terminal().line(problem);
    }
    context.finish(problems.isEmpty() ? ExitCode::Done : ExitCode::Internal);
}

Result<> arm(const Arguments &, CommandContext &context)
{
    const Result<Session *> session = context.session();
    if (!session)
        return session.error();
    if (const Result<> armed = armWorkspace((*session)->workspace(), (*session)->database()); !armed)
        return armed;
    if (context.isJson())
        context.terminal().json({
            {u"path"_s,  (*session)->workspace().path()},
            {u"armed"_s, true                          }
        });
    else
        context.terminal().line(Words::tr("The workspace is armed: it may send."));
    return Done{};
}

void showReport(const BackupReport &report, const QString &sentence, CommandContext &context)
{
    if (context.isJson())
        context.terminal().json({
            {u"path"_s,  report.path },
            {u"bytes"_s, report.bytes}
        });
    else
        context.terminal().line(sentence.arg(report.path, QLocale{}.formattedDataSize(report.bytes)));
}

Result<> backup(const Arguments &arguments, CommandContext &context)
{
    const Result<Session *> session = context.session();
    if (!session)
        return session.error();
    const Result<BackupReport> written = backUp((*session)->database(), arguments.positional(0));
    if (!written)
        return written.error();
    showReport(*written, Words::tr("The backup is in %1, %2."), context);
    return Done{};
}

Result<> restore(const Arguments &arguments, CommandContext &context)
{
    const Result<BackupReport> restored =
        restoreBackup(arguments.positional(0), context.workspaceFolder(), u"fanfare-cli"_s, SystemClock{});
    if (!restored)
        return restored.error();
    if (!restored->kept.isEmpty())
        context.terminal().message(Words::tr("What was there before is kept in %1.").arg(restored->kept));
    if (restored->keptOut > 0)
        context.terminal().message(
            Words::tr("%n person(s) opted out or were erased after the backup was made, and stay so.",
                      nullptr, restored->keptOut));
    context.terminal().message(Words::tr(
        "The workspace does not send until you arm it, because the original may have sent since the "
        "backup was made: fanfare-cli workspace arm"));
    showReport(*restored, Words::tr("The workspace is restored: %1, %2."), context);
    return Done{};
}

} // namespace

std::vector<Command> workspaceCommands()
{
    return {
        Command(u"workspace init"_s, Words::tr("Makes a workspace in a new or empty folder."))
            .flag(u"practice"_s,
                  Words::tr("With sample data and the built-in simulator: nothing leaves the computer."))
            .does(init),
        Command(u"workspace info"_s, Words::tr("What is in the workspace, and who sends.")).does(info),
        Command(u"workspace check"_s, Words::tr("Proves the database and every counter against its rows."))
            .starts(check),
        Command(u"workspace backup"_s, Words::tr("Writes a consistent copy of everything to a new file."))
            .takes(u"FILE"_s)
            .does(backup),
        Command(u"workspace restore"_s,
                Words::tr("Makes the workspace what a backup holds; keeps what was there before beside it."))
            .takes(u"FILE"_s)
            .does(restore),
        Command(u"workspace arm"_s, Words::tr("Lets a copied or restored workspace send.")).does(arm),
    };
}
