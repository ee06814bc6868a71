#include "cli/command.h"
#include "cli/commandcontext.h"
#include "cli/jsonforms.h"
#include "cli/metaconnection.h"
#include "cli/options.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace {

class Words
{
    Q_DECLARE_TR_FUNCTIONS(TemplateCommands)
};

Tone toneOf(const MessageTemplate &messageTemplate)
{
    if (messageTemplate.isSendable())
        return Tone::Good;
    return messageTemplate.status == "PENDING"_L1 ? Tone::Attention : Tone::Bad;
}

void syncTemplates(const Arguments &arguments, CommandContext &context)
{
    const Result<std::shared_ptr<MetaConnection>> meta = MetaConnection::open(context);
    if (!meta)
        return context.fail(meta.error());
    const Result<KnownAccount> account = readAccount(arguments, (*meta)->session());
    if (!account)
        return context.fail(account.error());
    (*meta)->service().fetchTemplates(
        *account,
        [&context, meta = *meta,
         id = account->account.id](const Result<std::vector<MessageTemplate>> &found) {
            if (!found)
                return context.fail(found.error());
            Session &session = meta->session();
            const Result<TemplateSync> synced = session.templates().sync(id, *found, session.clock().now());
            if (!synced)
                return context.fail(synced.error());
            if (context.isJson())
                context.terminal().json({
                    {u"added"_s,   synced->added  },
                    {u"updated"_s, synced->updated},
                    {u"removed"_s, synced->removed},
                    {u"total"_s,   synced->total  },
                });
            else
                context.terminal().line(Words::tr("%1 templates: %2 added, %3 updated, %4 removed.")
                                            .arg(synced->total)
                                            .arg(synced->added)
                                            .arg(synced->updated)
                                            .arg(synced->removed));
            context.finish(ExitCode::Done);
        });
}

Result<> listTemplates(const Arguments &arguments, CommandContext &context)
{
    const Result<Session *> session = context.session();
    if (!session)
        return session.error();
    const Result<KnownAccount> account = readAccount(arguments, **session);
    if (!account)
        return account.error();
    const Result<std::vector<MessageTemplate>> templates = (*session)->templates().list(account->account.id);
    if (!templates)
        return templates.error();
    if (context.isJson()) {
        QJsonArray array;
        for (const MessageTemplate &listed : *templates)
            array.append(templateJson(listed));
        context.terminal().json({
            {u"templates"_s, array}
        });
        return Done{};
    }
    std::vector<std::vector<Cell>> rows;
    for (const MessageTemplate &listed : *templates) {
        QStringList keys;
        const std::vector<TemplateVariable> variables = listed.variables();
        for (const TemplateVariable &variable : variables)
            keys << variable.key;
        rows.push_back({
            listed.name, listed.language, Cell{listed.status, toneOf(listed)},
              listed.category,
            listed.quality, keys.join(u", "_s)
        });
    }
    context.terminal().table({Words::tr("Name"), Words::tr("Language"), Words::tr("Status"),
                              Words::tr("Category"), Words::tr("Quality"), Words::tr("Variables")},
                             rows);
    return Done{};
}

Result<MessageTemplate> findTemplate(const Arguments &arguments, CommandContext &context)
{
    const Result<Session *> session = context.session();
    if (!session)
        return session.error();
    const Result<KnownAccount> account = readAccount(arguments, **session);
    if (!account)
        return account.error();
    return (*session)->templates().find(account->account.id, arguments.positional(0),
                                        arguments.value(u"language"_s));
}

Result<> showTemplate(const Arguments &arguments, CommandContext &context)
{
    const Result<MessageTemplate> found = findTemplate(arguments, context);
    if (!found)
        return found.error();
    if (context.isJson()) {
        context.terminal().json(templateJson(*found));
        return Done{};
    }
    QStringList keys;
    const std::vector<TemplateVariable> variables = found->variables();
    for (const TemplateVariable &variable : variables)
        keys << variable.key;
    context.terminal().facts({
        {Words::tr("Name"),      found->name                                                        },
        {Words::tr("Language"),  found->language                                                    },
        {Words::tr("Status"),    Cell{found->status, toneOf(*found)}                                },
        {Words::tr("Category"),  found->category                                                    },
        {Words::tr("Quality"),   found->quality                                                     },
        {Words::tr("Header"),
         found->headerFormat == HeaderFormat::Text ? found->headerText : toWord(found->headerFormat)},
        {Words::tr("Variables"), keys.join(u", "_s)                                                 },
    });
    context.terminal().line();
    context.terminal().line(found->body);
    if (!found->footer.isEmpty())
        context.terminal().line(found->footer);
    return Done{};
}

Result<> previewTemplate(const Arguments &arguments, CommandContext &context)
{
    const Result<MessageTemplate> found = findTemplate(arguments, context);
    if (!found)
        return found.error();
    const Result<Variables> values = readPairs(arguments.values(u"var"_s), u"var"_s);
    if (!values)
        return values.error();
    const RenderedMessage message = found->rendered(*values);
    if (context.isJson()) {
        context.terminal().json({
            {u"header"_s,  textOrNull(message.headerText())           },
            {u"body"_s,    message.bodyText()                         },
            {u"footer"_s,  textOrNull(message.footer)                 },
            {u"buttons"_s, QJsonArray::fromStringList(message.buttons)},
        });
        return Done{};
    }
    for (const QString &part : {message.headerText(), message.bodyText(), message.footer}) {
        if (!part.isEmpty())
            context.terminal().line(part);
    }
    for (const QString &button : message.buttons)
        context.terminal().line(u"[ %1 ]"_s.arg(button));
    return Done{};
}

} // namespace

std::vector<Command> templateCommands()
{
    const QString languageHelp = Words::tr("Exactly as Meta names it: en_US.");
    return {
        Command(u"template sync"_s, Words::tr("Mirrors the templates from Meta."))
            .options({accountOptionSpec()})
            .starts(syncTemplates),
        Command(u"template list"_s, Words::tr("The templates known here."))
            .options({accountOptionSpec()})
            .does(listTemplates),
        Command(u"template show"_s, Words::tr("One template."))
            .takes(u"NAME"_s)
            .requiredOption(u"language"_s, u"CODE"_s, languageHelp)
            .options({accountOptionSpec()})
            .does(showTemplate),
        Command(u"template preview"_s, Words::tr("The filled-in message, as text."))
            .takes(u"NAME"_s)
            .requiredOption(u"language"_s, u"CODE"_s, languageHelp)
            .repeatableOption(u"var"_s, u"KEY=VALUE"_s, Words::tr("A variable's value."))
            .options({accountOptionSpec()})
            .does(previewTemplate),
    };
}
