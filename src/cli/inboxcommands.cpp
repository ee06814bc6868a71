#include "base/interruption.h"
#include "cli/command.h"
#include "cli/commandcontext.h"
#include "cli/jsonforms.h"
#include "cli/metaconnection.h"
#include "cli/options.h"
#include "workspace/inboxcourier.h"
#include "workspace/mediafolder.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QJsonArray>
#include <QLocale>

#include <algorithm>
#include <array>
#include <limits>
#include <utility>

using namespace Qt::StringLiterals;

namespace {

constexpr int kPage = 1000;
constexpr qint64 kUsualThread = 50;

class Words
{
    Q_DECLARE_TR_FUNCTIONS(InboxCommands)
};

QString shownTime(UtcTime at)
{
    return QLocale{}.toString(toDateTime(at).toLocalTime(), QLocale::ShortFormat);
}

Result<MessageQuery> readQuery(const Arguments &arguments)
{
    MessageQuery query;
    if (arguments.has(u"phone"_s)) {
        const Result<PhoneNumber> phone = readPhone(arguments.value(u"phone"_s));
        if (!phone)
            return phone.error();
        query.phone = phone->e164();
    }
    if (arguments.has(u"campaign"_s)) {
        const Result<CampaignId> campaign = readCampaignId(arguments.value(u"campaign"_s));
        if (!campaign)
            return campaign.error();
        query.campaign = *campaign;
    }
    if (arguments.has(u"after"_s)) {
        bool isNumber = false;
        query.after = arguments.value(u"after"_s).toLongLong(&isNumber);
        if (!isNumber)
            return usageError(Words::tr("“%1” is not a cursor.").arg(arguments.value(u"after"_s)));
    }
    return query;
}

std::vector<Cell> rowOf(const StoredMessage &message)
{
    return {
        shownTime(message.at), message.isInbound ? Words::tr("from") : Words::tr("to"),
        message.phone.isEmpty() ? message.userId : message.phone,
        Cell{message.text.isEmpty() ? message.type : message.text.simplified(),
             message.isOptOut ? Tone::Bad : Tone::Plain}
    };
}

Result<> listMessages(const Arguments &arguments, CommandContext &context)
{
    const Result<Session *> session = context.session();
    if (!session)
        return session.error();
    Result<MessageQuery> query = readQuery(arguments);
    if (!query)
        return query.error();
    const Result<qint64> limit = readCount(arguments, u"limit"_s, std::numeric_limits<qint64>::max());
    if (!limit)
        return limit.error();
    std::vector<std::vector<Cell>> rows;
    for (qint64 left = *limit; left > 0;) {
        query->limit = static_cast<int>(std::min<qint64>(left, kPage));
        const Result<std::vector<StoredMessage>> page = (*session)->deliveries().messages(*query);
        if (!page)
            return page.error();
        for (const StoredMessage &message : *page) {
            if (context.isJson())
                context.terminal().json(messageJson(message));
            else
                rows.push_back(rowOf(message));
        }
        if (page->size() < static_cast<size_t>(query->limit))
            break;
        left -= static_cast<qint64>(page->size());
        query->after = page->back().id;
    }
    context.terminal().table({Words::tr("When"), QString{}, Words::tr("Person"), Words::tr("Message")}, rows);
    return Done{};
}

Result<Conversation> conversationWith(const QString &number, Session &session)
{
    const Result<PhoneNumber> phone = readPhone(number);
    if (!phone)
        return phone.error();
    Result<std::optional<Conversation>> found = session.inbox().find(*phone);
    if (!found)
        return found.error();
    if (!*found)
        return Error{ErrorKind::NotFound,
                     Words::tr("There is no conversation with %1.").arg(phone->e164()),
                     u"no_conversation"_s,
                     {}};
    return std::move(**found);
}

/// The conversation with the person that a command names.
Result<Conversation> readConversation(const Arguments &arguments, Session &session)
{
    return conversationWith(arguments.positional(0), session);
}

QString shownText(const ThreadItem &item)
{
    QString text = item.text.isEmpty() ? item.type : item.text;
    const bool hasMore = item.type == "order"_L1 || item.type == "location"_L1;
    if (hasMore && item.payload != item.text)
        text += u'\n' + item.payload;
    if (item.kind == ThreadItem::Kind::Campaign)
        text = Words::tr("%1: %2", "a campaign and its message").arg(item.campaignName, text);
    return item.problem.isEmpty() ? text : text + u" — "_s + item.problem;
}

Result<> showConversation(const Arguments &arguments, CommandContext &context)
{
    const Result<Session *> opened = context.session();
    if (!opened)
        return opened.error();
    Session &session = **opened;
    const Result<Conversation> conversation = readConversation(arguments, session);
    if (!conversation)
        return conversation.error();
    const Result<qint64> limit = readCount(arguments, u"limit"_s, kUsualThread);
    if (!limit)
        return limit.error();
    const Result<std::vector<ThreadItem>> thread = session.inbox().thread(
        conversation->id, static_cast<int>(std::min<qint64>(*limit, std::numeric_limits<int>::max())));
    if (!thread)
        return thread.error();
    if (context.isJson()) {
        context.terminal().json(
            conversationJson(*conversation, *thread, session.clock().now(), [&session](const QString &file) {
                return mediaFilePath(session.workspace(), file);
            }));
        return Done{};
    }
    const bool isOpen = conversation->isWindowOpen(session.clock().now());
    context.terminal().facts({
        {Words::tr("Phone"),        conversation->phone                               },
        {Words::tr("Name"),         conversation->name                                },
        {Words::tr("Unread"),       Cell::number(conversation->unread)                },
        {Words::tr("Free answers"),
         isOpen ? Cell{Words::tr("until %1").arg(shownTime(*conversation->windowEnd()))}
                : Cell{Words::tr("not now, only approved templates"), Tone::Attention}},
    });
    std::vector<std::vector<Cell>> rows;
    for (const ThreadItem &item : *thread) {
        const bool isInbound = item.kind == ThreadItem::Kind::Inbound;
        rows.push_back({
            shownTime(item.at), isInbound ? Words::tr("from") : Words::tr("to"),
            isInbound ? QString{                                       }
              : toWord(item.progress),
            Cell{ shownText(item).simplified(), item.isOptOut ? Tone::Bad : Tone::Plain}
        });
    }
    context.terminal().table({Words::tr("When"), QString{}, Words::tr("Status"), Words::tr("Message")}, rows);
    return Done{};
}

Result<DirectMessage> readAnswer(const Arguments &arguments, Session &session)
{
    const Result<PhoneNumber> to = readPhone(arguments.positional(0));
    if (!to)
        return to.error();
    const bool isTemplate = arguments.has(u"template"_s);
    const bool isFree = arguments.has(u"text"_s) || arguments.has(u"media"_s);
    if (isTemplate == isFree)
        return usageError(Words::tr("Say what to send: --text and --media, or --template with --language."));
    if (!isTemplate)
        return session.inboxDesk().answer(
            *to,
            {arguments.value(u"text"_s), arguments.value(u"media"_s), arguments.value(u"in-reply-to"_s)});
    if (!arguments.has(u"language"_s))
        return usageError(Words::tr("Say which template: --template NAME --language CODE."));
    const Result<QMap<QString, QString>> variables = readPairs(arguments.values(u"var"_s), u"var"_s);
    if (!variables)
        return variables.error();
    return session.inboxDesk().templateAnswer(*to, arguments.value(u"template"_s),
                                              arguments.value(u"language"_s), *variables,
                                              arguments.value(u"header-media"_s));
}

void reply(const Arguments &arguments, CommandContext &context)
{
    const Result<std::shared_ptr<MetaConnection>> meta = MetaConnection::open(context);
    if (!meta)
        return context.fail(meta.error());
    const Result<DirectMessage> message = readAnswer(arguments, (*meta)->session());
    if (!message)
        return context.fail(message.error());
    sendAndSay(context, *meta, *message, Words::tr("Meta accepted the answer."));
}

void markRead(const Arguments &arguments, CommandContext &context)
{
    const Result<std::shared_ptr<MetaConnection>> meta = MetaConnection::open(context);
    if (!meta)
        return context.fail(meta.error());
    const Result<Conversation> conversation = readConversation(arguments, (*meta)->session());
    if (!conversation)
        return context.fail(conversation.error());
    if (const Result<> read = (*meta)->session().inbox().markRead(conversation->id); !read)
        return context.fail(read.error());
    const auto courier = std::make_shared<InboxCourier>((*meta)->session().workspace(), (*meta)->vault());
    context.keep(courier);
    QObject::connect(courier.get(), &InboxCourier::rested, &context,
                     [&context, count = conversation->unread](const Result<> &told) {
                         if (!told)
                             context.terminal().message(
                                 Words::tr("Meta was not told yet: %1").arg(told.error().message));
                         if (context.isJson())
                             context.terminal().json({
                                 {u"read"_s, count                  },
                                 {u"told"_s, static_cast<bool>(told)}
                             });
                         else
                             context.terminal().line(QCoreApplication::translate(
                                 "InboxCommands", "%n message(s) marked as read.", nullptr, count));
                         context.finish(ExitCode::Done);
                     });
    courier->tellRead(conversation->id);
}

const std::array kFilters{
    std::pair{"unread",       InboxQuery::Filter::Unread       },
    std::pair{"unanswered",   InboxQuery::Filter::Unanswered   },
    std::pair{"closing-soon", InboxQuery::Filter::WindowClosing},
    std::pair{"opt-outs",     InboxQuery::Filter::OptOuts      }
};

QString filterWords()
{
    QStringList words;
    for (const auto &[word, filter] : kFilters)
        words << QString::fromLatin1(word);
    return words.join(u'|');
}

/// What the options of an export pick; all conversations without any.
Result<InboxQuery> readInboxQuery(const Arguments &arguments)
{
    InboxQuery query;
    query.search = arguments.value(u"search"_s);
    if (arguments.has(u"campaign"_s)) {
        const Result<CampaignId> campaign = readCampaignId(arguments.value(u"campaign"_s));
        if (!campaign)
            return campaign.error();
        query.campaign = *campaign;
    }
    if (arguments.has(u"only"_s)) {
        const QString word = arguments.value(u"only"_s);
        const auto *const found = std::find_if(kFilters.begin(), kFilters.end(), [&](const auto &each) {
            return word == QLatin1String{each.first};
        });
        if (found == kFilters.end())
            return usageError(Words::tr("--only is %1, not “%2”.").arg(filterWords(), word));
        query.filter = found->second;
    }
    return query;
}

Result<std::vector<ConversationId>> readConversations(const Arguments &arguments, Session &session)
{
    const QStringList phones = arguments.positionalsFrom(0);
    const bool hasOptions =
        arguments.has(u"search"_s) || arguments.has(u"campaign"_s) || arguments.has(u"only"_s);
    if (!phones.isEmpty() && hasOptions)
        return usageError(Words::tr("Name people, or pick conversations by options: not both."));
    if (phones.isEmpty()) {
        const Result<InboxQuery> query = readInboxQuery(arguments);
        return query ? session.inbox().keys(*query, session.clock().now(), Interruption::token())
                     : query.error();
    }
    std::vector<ConversationId> conversations;
    for (const QString &phone : phones) {
        const Result<Conversation> conversation = conversationWith(phone, session);
        if (!conversation)
            return conversation.error();
        // A number may be written in several ways, and several numbers belong to one person.
        if (std::find(conversations.begin(), conversations.end(), conversation->id) == conversations.end())
            conversations.push_back(conversation->id);
    }
    return conversations;
}

void exportConversations(const Arguments &arguments, CommandContext &context)
{
    const Result<Session *> session = context.session();
    if (!session)
        return context.fail(session.error());
    const Result<std::vector<ConversationId>> conversations = readConversations(arguments, **session);
    if (!conversations)
        return context.fail(conversations.error());
    const QString path = arguments.value(u"output"_s);
    const auto progress = [&](qint64 done, qint64 total) {
        context.terminal().progressBar(Words::tr("Writing"),
                                       static_cast<double>(done) / static_cast<double>(total),
                                       QLocale{}.toString(done));
    };
    const Result<std::optional<qint64>> rows =
        (*session)->inboxDesk().writeCsv(*conversations, path, Interruption::token(), progress);
    context.terminal().clearProgressBar();
    if (!rows)
        return context.fail(rows.error());
    if (!*rows)
        return context.finish(ExitCode::Interrupted);
    const auto count = static_cast<qint64>(conversations->size());
    if (context.isJson())
        context.terminal().json({
            {u"path"_s,          QFileInfo{path}.absoluteFilePath()},
            {u"rows"_s,          **rows                            },
            {u"conversations"_s, count                             }
        });
    else
        context.terminal().line(Words::tr("%1: %2 messages").arg(path, QLocale{}.toString(**rows)));
    context.finish(ExitCode::Done);
}

} // namespace

std::vector<Command> inboxCommands()
{
    const QString phone = u"PHONE"_s;
    return {
        Command(u"inbox list"_s, Words::tr("What people wrote and what was answered, the oldest first."))
            .option(u"phone"_s, phone, Words::tr("Only with this person."))
            .option(u"campaign"_s, u"ID"_s, Words::tr("Only answers to this campaign."))
            .option(u"limit"_s, u"N"_s, Words::tr("At most so many."))
            .option(u"after"_s, u"CURSOR"_s, Words::tr("Only those after the one with this cursor."))
            .does(listMessages),
        Command(u"inbox show"_s, Words::tr("The conversation with a person, with the messages of campaigns."))
            .takes(phone)
            .option(u"limit"_s, u"N"_s, Words::tr("The latest so many; 50 unless told."))
            .does(showConversation),
        Command(u"inbox export"_s, Words::tr("Writes conversations into a CSV file, a row for each message."))
            .takesSeveral(phone, false)
            .option(u"search"_s, u"TEXT"_s,
                    Words::tr("Only conversations with this in a name, a number or a message."))
            .option(u"campaign"_s, u"ID"_s, Words::tr("Only those of people who answered this campaign."))
            .option(u"only"_s, filterWords(), Words::tr("Only those that this filter of the inbox shows."))
            .requiredOption(u"output"_s, u"FILE"_s,
                            Words::tr("Where to. The file appears whole or not at all."))
            .notes(
                Words::tr("Every conversation, if no number and no option picks some, the latest first and "
                          "each from its beginning, with the messages of campaigns. What a spreadsheet "
                          "would run as a formula begins with an apostrophe."))
            .starts(exportConversations),
        Command(u"inbox reply"_s, Words::tr("Answers a person."))
            .takes(phone)
            .option(u"text"_s, u"T"_s, Words::tr("What to write; with --media, what stands below it."))
            .option(u"media"_s, u"FILE"_s, Words::tr("A picture, a video or a document."))
            .option(u"in-reply-to"_s, u"MESSAGE"_s, Words::tr("Meta's id of the message that it quotes."))
            .option(u"template"_s, u"NAME"_s,
                    Words::tr("An approved template, which Meta takes at any time."))
            .option(u"language"_s, u"CODE"_s, Words::tr("Of the template, exactly as Meta names it: en_US."))
            .repeatableOption(u"var"_s, u"KEY=VALUE"_s, Words::tr("A value of the template."))
            .option(u"header-media"_s, u"FILE|URL|ID"_s, Words::tr("For the template's header."))
            .notes(Words::tr("Free answers are taken for 24 hours after the person's last message, and cost "
                             "money since October 2026."))
            .starts(reply),
        Command(u"inbox read"_s, Words::tr("Marks a conversation as read, at Meta too."))
            .takes(phone)
            .starts(markRead),
    };
}
