#include "workspace/revenuedesk.h"

#include "exchange/tablefile.h"
#include "workspace/session.h"

#include <QCryptographicHash>

#include <algorithm>

using namespace Qt::StringLiterals;

/// Finds out whose doing each booking is.
class RevenueDesk::Matching
{
public:
    Matching(Session &session, const RevenueRequest &request, const QString &secret)
        : m_session{session}
        , m_request{request}
        , m_secret{secret}
    {
    }

    Result<> match(const Booking &booking, std::vector<NewRevenue> &matched, std::vector<RefusedRow> &refused)
    {
        const std::optional<PhoneNumber> phone = PhoneNumber::fromE164(booking.phone);
        const Result<std::optional<ReceivedMessage>> message =
            m_session.revenue().messageBefore(phone.value_or(PhoneNumber{}), booking.at);
        if (!message)
            return message.error();
        if (!*message) {
            refused.push_back({booking.row, u"no_message"_s,
                               tr("No campaign had reached this person by then."), booking.phone});
            return Done{};
        }
        if (booking.at - (*message)->at > m_request.window) {
            const auto days = std::chrono::floor<std::chrono::days>(booking.at - (*message)->at).count();
            refused.push_back(
                {booking.row, u"outside_window"_s,
                 tr("The last message of a campaign came %Ln days before, too long for the window.", nullptr,
                    static_cast<int>(days)),
                 booking.phone});
            return Done{};
        }
        matched.push_back({(*message)->campaign, (*message)->recipient, booking.amount, booking.currency,
                           booking.at, nameOf(booking)});
        return Done{};
    }

private:
    /// The same for the same row of the same or another file; tells nobody anything.
    QString nameOf(const Booking &booking) const
    {
        const QString saying = QStringList{m_secret,
                                           booking.phone,
                                           plainText(booking.amount),
                                           booking.currency,
                                           QString::number(toMilliseconds(booking.at)),
                                           booking.reference,
                                           QString::number(booking.repeats)}
                                   .join(u'|');
        return QString::fromLatin1(
            QCryptographicHash::hash(saying.toUtf8(), QCryptographicHash::Sha256).toHex());
    }

    Session &m_session;
    const RevenueRequest &m_request;
    QString m_secret;
};

Result<RevenueImport> RevenueDesk::import(const RevenueRequest &request)
{
    const Result<std::unique_ptr<TableReader>> reader = openTableFile(request.path);
    if (!reader)
        return reader.error();
    RevenueRequest ours = request;
    ours.options.zone = m_session.timeZone();
    if (ours.options.currency.isEmpty()) {
        const Result<std::optional<AccountId>> account = m_session.accounts().inUse();
        const Result<std::optional<QString>> usual =
            m_session.costDesk().currencyOf(account ? account->value_or(AccountId{}) : AccountId{});
        if (!usual)
            return usual.error();
        ours.options.currency = usual->value_or(QString{});
    }
    Result<BookingFile> file = readBookings(**reader, ours.options);
    if (!file)
        return file.error();
    const Result<std::optional<WorkspaceIdentity>> identity = m_session.settings().identity();
    if (!identity)
        return identity.error();
    RevenueImport import;
    import.rows = file->rows;
    import.refused = std::move(file->refused);
    std::vector<NewRevenue> matched;
    Matching matching{m_session, ours, *identity ? (*identity)->id : QString{}};
    for (const Booking &booking : file->bookings) {
        if (booking.currency.isEmpty())
            return Error{ErrorKind::BadInput,
                         tr("Nothing says in which currency the amounts are. Say it: --currency EUR"),
                         u"no_currency"_s,
                         {}};
        if (const Result<> done = matching.match(booking, matched, import.refused); !done)
            return done.error();
    }
    std::sort(import.refused.begin(), import.refused.end(),
              [](const RefusedRow &a, const RefusedRow &b) { return a.row < b.row; });
    const Result<int> added = request.isTrial ? m_session.revenue().countNew(matched)
                                              : m_session.revenue().add(matched, m_session.clock().now());
    if (!added)
        return added.error();
    import.matched = *added;
    import.duplicates = static_cast<int>(matched.size()) - *added;
    return import;
}

Result<NewRevenue> RevenueDesk::add(const RevenueEntry &entry)
{
    const Result<Campaign> campaign = m_session.campaigns().load(entry.campaign);
    if (!campaign)
        return campaign.error();
    const MoneyReading reading = readMoney(entry.amount, LonePoint::IsAmbiguous);
    if (!reading.amount || reading.amount->millionths == 0)
        return Error{ErrorKind::BadInput,
                     reading.amount ? tr("The amount is nothing.") : problemText(reading.problem),
                     u"bad_amount"_s,
                     {}};
    NewRevenue revenue{entry.campaign,
                       {},
                       *reading.amount,
                       reading.currency,
                       entry.at.value_or(m_session.clock().now()),
                       {}};
    if (revenue.currency.isEmpty()) {
        const Result<std::optional<QString>> usual = m_session.costDesk().currencyOf(campaign->accountId);
        if (!usual)
            return usual.error();
        if (!*usual)
            return Error{ErrorKind::BadInput,
                         tr("Say in which currency the amount is, like 250 EUR."),
                         u"no_currency"_s,
                         {}};
        revenue.currency = **usual;
    }
    if (entry.phone) {
        const Result<std::optional<Recipient>> person =
            m_session.recipients().find(entry.campaign, *entry.phone);
        if (!person)
            return person.error();
        if (!*person)
            return Error{
                ErrorKind::NotFound, tr("This person is not in the campaign."), u"no_recipient"_s, {}};
        revenue.recipient = (*person)->id;
    }
    const Result<int> added = m_session.revenue().add({revenue}, m_session.clock().now());
    if (!added)
        return added.error();
    return revenue;
}

Result<std::map<CampaignId, CampaignReturn>> RevenueDesk::returnsOf(const std::vector<Campaign> &campaigns)
{
    std::vector<CampaignId> ids;
    for (const Campaign &campaign : campaigns)
        ids.push_back(campaign.id);
    const Result<std::map<CampaignId, std::vector<RevenueSum>>> sums = m_session.revenue().sums(ids);
    if (!sums)
        return sums.error();
    const Result<std::map<CampaignId, CampaignCost>> costs = m_session.costDesk().costs(campaigns);
    if (!costs)
        return costs.error();
    std::map<CampaignId, CampaignReturn> returns;
    for (const CampaignId id : ids) {
        CampaignReturn &of = returns[id];
        if (const auto found = sums->find(id); found != sums->end())
            of.revenue = found->second;
        if (const auto found = costs->find(id); found != costs->end())
            of.cost = found->second;
    }
    return returns;
}

Result<CampaignReturn> RevenueDesk::returnOf(const Campaign &campaign)
{
    const Result<std::map<CampaignId, CampaignReturn>> returns = returnsOf({campaign});
    if (!returns)
        return returns.error();
    return returns->at(campaign.id);
}
