#include "app/contactscontroller.h"

#include "app/audiencereading.h"
#include "app/jobdialog.h"
#include "app/pacedread.h"
#include "app/savedialog.h"
#include "app/windowwords.h"
#include "exchange/phoneparser.h"
#include "presentation/audience.h"
#include "widgets/controls/button.h"
#include "widgets/controls/dialogs.h"
#include "widgets/shell/mainwindow.h"
#include "workspace/backgrounddesk.h"
#include "workspace/backup.h"
#include "workspace/changewatch.h"
#include "workspace/session.h"

#include <QDir>
#include <QFileDialog>
#include <QPointer>
#include <QStandardPaths>

#include <algorithm>
#include <chrono>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr auto kBetweenReads = 1s;
/// The book may be large: reading it takes no more than a quarter of the time.
constexpr int kRest = 3;
constexpr auto kIndexingAtOnce = 250ms;
constexpr int kHistoryShown = 50;
/// Changed between two words of how far it is.
constexpr size_t kPiece = 2000;

using Subject = SegmentCondition::Subject;

SegmentRule holds(Subject subject)
{
    return SegmentRule::of({.subject = subject, .test = SegmentCondition::Test::Holds});
}

SegmentRule ruleOf(const ContactFilter &filter)
{
    std::vector<SegmentRule> rules;
    switch (filter.consent) {
    case ContactFilter::Consent::Everybody: break;
    case ContactFilter::Consent::OptedIn: rules.push_back(holds(Subject::OptedIn)); break;
    case ContactFilter::Consent::Unknown:
        rules.push_back(SegmentRule::any({holds(Subject::OptedIn), holds(Subject::OptedOut)}).negated());
        break;
    case ContactFilter::Consent::OptedOut: rules.push_back(holds(Subject::OptedOut)); break;
    }
    if (!filter.tag.isEmpty())
        rules.push_back(SegmentRule::of({.subject = Subject::Tag, .value = filter.tag}));
    if (!filter.country.isEmpty())
        rules.push_back(SegmentRule::of({.subject = Subject::Country, .value = filter.country}));
    return rules.size() == 1 ? rules.front() : SegmentRule::all(std::move(rules));
}

ContactQuery queryOf(const ContactFilter &filter)
{
    ContactQuery query;
    query.search = filter.search;
    query.rule = ruleOf(filter);
    query.isDescending = filter.isDescending;
    switch (filter.order) {
    case ContactFilter::Order::Added: query.order = ContactQuery::Order::Added; break;
    case ContactFilter::Order::Phone: query.order = ContactQuery::Order::Phone; break;
    case ContactFilter::Order::Name: query.order = ContactQuery::Order::Name; break;
    case ContactFilter::Order::Country:
        query.order = ContactQuery::Order::Country;
        for (const auto &[code, name] : countriesByName(PhoneParser::countries()))
            query.countries << code;
        break;
    case ContactFilter::Order::Tags: query.order = ContactQuery::Order::Tags; break;
    case ContactFilter::Order::Consent: query.order = ContactQuery::Order::Consent; break;
    }
    return query;
}

Result<ContactFigures> figuresOf(Session &session)
{
    ContactStore &contacts = session.contacts();
    ContactFigures figures;
    for (const auto &[consent, place] : {
             std::pair{ContactFilter::Consent::Everybody, &figures.all     },
             std::pair{ContactFilter::Consent::OptedIn,   &figures.optedIn },
             std::pair{ContactFilter::Consent::OptedOut,  &figures.optedOut}
    }) {
        ContactFilter filter;
        filter.consent = consent;
        const Result<qint64> people = contacts.count(queryOf(filter), session.clock().now());
        if (!people)
            return people.error();
        *place = *people;
    }
    figures.unknown = std::max<qint64>(0, figures.all - figures.optedIn - figures.optedOut);
    const Result<std::vector<TagCount>> tags = contacts.tags();
    if (!tags)
        return tags.error();
    for (const TagCount &tag : *tags)
        figures.tags.emplace_back(tag.name, tag.contacts);
    const Result<std::vector<CountryCount>> countries = contacts.countries();
    if (!countries)
        return countries.error();
    for (const CountryCount &country : *countries)
        figures.countries.emplace_back(country.region, country.contacts);
    const Result<std::vector<Attribute>> attributes = contacts.attributes();
    if (!attributes)
        return attributes.error();
    figures.attributes = *attributes;
    return figures;
}

ContactHappening happeningOf(const ContactEvent &event)
{
    ContactHappening happening;
    happening.at = event.at;
    happening.title = event.campaignName;
    happening.words = event.kind == ContactEvent::Kind::Message ? QString{} : event.text;
    happening.isFromThem = event.kind == ContactEvent::Kind::Reply;
    happening.isOptOut = event.isOptOut;
    if (event.kind == ContactEvent::Kind::Message)
        happening.status = recipientStatusFromWord(event.status);
    return happening;
}

Error hasLeft()
{
    return {ErrorKind::NotFound,
            ContactsController::tr("This person is not in the contact book any more."),
            u"no_contact"_s,
            {}};
}

Result<Contact> contactOf(Session &session, ContactId id)
{
    Result<std::vector<Contact>> rows = session.contacts().rows({id});
    if (!rows)
        return rows.error();
    if (rows->empty())
        return hasLeft();
    return std::move(rows->front());
}

/// These tags instead of those that the person has now.
ContactEdit withTags(ContactEdit edit, const Contact &before, const QStringList &tags)
{
    edit.addedTags = tags;
    for (const QString &tag : before.tags) {
        if (!tags.contains(tag, Qt::CaseInsensitive))
            edit.removedTags << tag;
    }
    return edit;
}

/// Does something with many people, some at a time, and tells how far it is; how many were changed.
/// Cancelled, those done so far stay done.
template <typename ChangeSome, typename Told>
Result<int> inPieces(const ContactsPage::People &people, const CancelToken &cancel, const Told &told,
                     const ChangeSome &changeSome)
{
    int changed = 0;
    for (size_t first = 0; first < people.size() && !cancel.isCancelled(); first += kPiece) {
        const size_t last = std::min(first + kPiece, people.size());
        const Result<int> some =
            changeSome(ContactsPage::People{people.begin() + static_cast<std::ptrdiff_t>(first),
                                            people.begin() + static_cast<std::ptrdiff_t>(last)});
        if (!some)
            return some.error();
        changed += *some;
        told(static_cast<qint64>(last), static_cast<qint64>(people.size()));
    }
    return changed;
}

} // namespace

ContactsController::ContactsController(const Workbench &bench, QObject *parent)
    : QObject{parent}
    , m_bench{bench}
    , m_model{&PhoneParser::formatInternational, bench.clock}
    , m_page{new ContactsPage{m_model, bench.clock, &bench.window}}
    , m_changes{new PacedRead{kBetweenReads, [this](auto ended) { readFigures(std::move(ended)); }, this}}
    , m_index{new PacedRead{kBetweenReads, [this](auto ended) { keepIndexed(std::move(ended)); }, this}}
    , m_lastFolder{QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation)}
{
    m_changes->setRest(kRest);
    connectPage();
    connect(&bench.changes, &ChangeWatch::changed, this, [this] {
        m_index->request();
        if (m_isLoaded && m_page->isVisible())
            m_changes->request();
    });
    m_index->request();
}

void ContactsController::load()
{
    m_isLoaded = true;
    m_changes->request();
}

void ContactsController::connectPage()
{
    connect(m_page, &ContactsPage::listWanted, this, &ContactsController::list);
    connect(m_page, &ContactsPage::readingWanted, this, &ContactsController::load);
    connect(&m_model, &ContactTableModel::pageWanted, this, &ContactsController::readPage);
    connect(&m_model, &ContactTableModel::nameEdited, this, &ContactsController::rename);
    connect(&m_model, &ContactTableModel::tagsEdited, this, &ContactsController::retag);
    connect(m_page, &ContactsPage::historyWanted, this, &ContactsController::readHistory);
    connect(m_page, &ContactsPage::added, this, &ContactsController::addPerson);
    connect(m_page, &ContactsPage::edited, this, &ContactsController::changePerson);
    connect(m_page, &ContactsPage::optInRequested, this, &ContactsController::optIn);
    connect(m_page, &ContactsPage::tagRequested, this, &ContactsController::tag);
    connect(m_page, &ContactsPage::untagRequested, this, &ContactsController::untag);
    connect(m_page, &ContactsPage::optOutRequested, this, &ContactsController::optOut);
    connect(m_page, &ContactsPage::eraseRequested, this, &ContactsController::erase);
    connect(m_page, &ContactsPage::exportRequested, this, &ContactsController::askWhereToExport);
    connect(m_page, &ContactsPage::importRequested, this, &ContactsController::importRequested);
    connect(m_page, &ContactsPage::segmentsRequested, this, &ContactsController::segmentsRequested);
    connect(m_page, &ContactsPage::duplicatesRequested, this, &ContactsController::duplicatesRequested);
}

void ContactsController::list(const ContactFilter &filter)
{
    m_bench.desk.run(
        this,
        [query = queryOf(filter),
         before = m_page->people()](Session &session) -> Result<std::shared_ptr<const People>> {
            Result<People> people = session.contacts().keys(query, session.clock().now());
            if (!people)
                return people.error();
            // Compared and kept here, because there may be millions.
            return *people == *before ? before : std::make_shared<const People>(std::move(*people));
        },
        [this, filter](const Result<std::shared_ptr<const People>> &people) {
            if (!(filter == m_page->filter()))
                return;
            if (!people) {
                m_page->showError(inWindowWords(people.error()));
                return;
            }
            m_page->setPeople(filter, *people);
        });
}

void ContactsController::readPage(const PageRequest &request)
{
    const People &people = *m_page->people();
    const auto first = std::min(static_cast<size_t>(std::max(request.offset, 0)), people.size());
    const auto last = std::min(first + static_cast<size_t>(std::max(request.count, 0)), people.size());
    People ids{people.begin() + static_cast<std::ptrdiff_t>(first),
               people.begin() + static_cast<std::ptrdiff_t>(last)};
    m_bench.desk.run(
        this,
        [ids = std::move(ids)](Session &session) -> Result<std::vector<Contact>> {
            Result<std::vector<Contact>> rows = session.contacts().rows(ids);
            if (!rows || rows->size() == ids.size())
                return rows;
            // Somebody left meanwhile: the others stay in their rows until the list is read again.
            std::vector<Contact> inPlace;
            auto row = rows->begin();
            for (const ContactId id : ids) {
                if (row != rows->end() && row->id == id)
                    inPlace.push_back(std::move(*row++));
                else
                    inPlace.push_back({});
            }
            return inPlace;
        },
        [this, request](const Result<std::vector<Contact>> &rows) {
            if (rows)
                m_model.setPage(request, *rows);
            else
                m_page->showError(inWindowWords(rows.error()));
        });
}

void ContactsController::readHistory(ContactId contact, bool isAll)
{
    m_bench.desk.run(
        this,
        [contact, isAll](Session &session) {
            return session.contacts().history(contact, isAll ? 0 : kHistoryShown + 1);
        },
        [this, contact, isAll](const Result<std::vector<ContactEvent>> &events) {
            if (!events) {
                m_page->showError(inWindowWords(events.error()));
                return;
            }
            const bool isCut = !isAll && events->size() > kHistoryShown;
            std::vector<ContactHappening> history;
            std::transform(events->begin(), isCut ? events->begin() + kHistoryShown : events->end(),
                           std::back_inserter(history), happeningOf);
            m_page->setHistory(contact, history, isCut);
        });
}

void ContactsController::readFigures(std::function<void()> ended)
{
    using Read = std::pair<ContactFigures, QString>;
    list(m_page->filter());
    m_bench.desk.run(
        this,
        [](Session &session) -> Result<Read> {
            Result<ContactFigures> figures = figuresOf(session);
            if (!figures)
                return figures.error();
            const Result<std::optional<QString>> country = session.settings().value(u"default_country"_s);
            if (!country)
                return country.error();
            return Read{*std::move(figures), country->value_or(QString{})};
        },
        [this, ended = std::move(ended)](const Result<Read> &read) {
            if (read) {
                m_country = read->second;
                m_page->setFigures(read->first);
            } else {
                m_page->showError(inWindowWords(read.error()));
            }
            ended();
        });
}

/// A little on the thread of long jobs, between which those get their turn.
void ContactsController::keepIndexed(std::function<void()> ended)
{
    m_bench.desk.runLong(
        this,
        [](Session &session, const CancelToken &cancel) {
            return session.contactDesk().catchUpIndex(kIndexingAtOnce, cancel);
        },
        [this, ended = std::move(ended)](const Result<bool> &isLeft) {
            // Without it searches are slower, and right; it is tried again at the next change.
            if (isLeft && *isLeft)
                keepIndexed(ended);
            else
                ended();
        });
}

/// One person is changed; what comes of it is read again.
template <typename Work>
void ContactsController::edit(Work work)
{
    m_bench.desk.run(this, std::move(work), [this](const Result<Contact> &changed) {
        if (!changed)
            tellError(&m_bench.window, tr("The change was not stored"), inWindowWords(changed.error()));
        m_model.markStale();
        m_changes->request();
    });
}

/// What takes long, with a word of how far it is; then the list is read again. `work(Session &,
/// const CancelToken &, const Told &)`.
template <typename Work, typename Then>
void ContactsController::change(const QString &doing, const QString &failure, Work work, Then then)
{
    using Answer = std::invoke_result_t<Work &, Session &, const CancelToken &, const Told &>;
    auto *progress = new JobDialog{doing, {}, &m_bench.window};
    CancelToken job = m_bench.desk.runLong(
        this,
        [work = std::move(work), &desk = m_bench.desk, dialog = QPointer<QObject>{progress},
         seldom = Seldom{}](Session &session, const CancelToken &cancel) mutable {
            return work(session, cancel, [&](qint64 done, qint64 total) {
                if (seldom.isTime())
                    desk.report(dialog, [dialog, done, total] {
                        static_cast<JobDialog *>(dialog.data())->setProgress(done, total);
                    });
            });
        },
        [this, failure, dialog = QPointer<JobDialog>{progress},
         then = std::move(then)](const Answer &answer) {
            if (dialog)
                dialog->finish();
            if (answer)
                then(*answer);
            else
                tellError(&m_bench.window, failure, inWindowWords(answer.error()));
            m_model.markStale();
            m_changes->request();
        });
    connect(progress, &JobDialog::cancelRequested, this, [job]() mutable { job.cancel(); });
}

void ContactsController::addPerson(const ContactForm &form)
{
    m_bench.desk.run(
        this,
        [form, country = m_country](Session &session) -> Result<QString> {
            const TypedPhone typed = readTypedPhone(form.phone, country);
            if (typed.phone.isEmpty())
                return typed.problem;
            for (const Attribute &attribute : form.newAttributes) {
                if (const Result<> stored =
                        session.contacts().setAttributeType(attribute.name, attribute.type);
                    !stored)
                    return stored.error();
            }
            const ContactEdit edit{.name = form.name, .attributes = form.attributes, .addedTags = form.tags};
            const Result<std::optional<Contact>> known = session.contacts().find(typed.phone);
            if (!known)
                return known.error();
            if (*known)
                return tr("This number is in the contact book already");
            const Result<Contact> put =
                session.contacts().put(typed.phone, typed.region, edit, session.clock().now());
            if (!put && put.error().code == "erased"_L1)
                return put.error().message;
            return put ? Result<QString>{QString{}} : put.error();
        },
        [this](const Result<QString> &problem) {
            if (!problem) {
                m_page->setAddProblem({});
                tellError(&m_bench.window, tr("The person was not added"), inWindowWords(problem.error()));
            } else if (!problem->isEmpty()) {
                m_page->setAddProblem(*problem);
            } else {
                m_page->setAdded();
                emit done(tr("The person is in the contact book"));
            }
            m_changes->request();
        });
}

void ContactsController::changePerson(ContactId contact, const ContactForm &form)
{
    edit([contact, form](Session &session) -> Result<Contact> {
        const Result<Contact> before = contactOf(session, contact);
        if (!before)
            return before;
        for (const Attribute &attribute : form.newAttributes) {
            if (const Result<> stored = session.contacts().setAttributeType(attribute.name, attribute.type);
                !stored)
                return stored.error();
        }
        return session.contacts().edit(
            contact, withTags({.name = form.name, .attributes = form.attributes}, *before, form.tags));
    });
}

void ContactsController::rename(ContactId contact, const QString &name)
{
    edit([contact, name](Session &session) { return session.contacts().edit(contact, {.name = name}); });
}

void ContactsController::retag(ContactId contact, const QStringList &tags)
{
    edit([contact, tags](Session &session) -> Result<Contact> {
        const Result<Contact> before = contactOf(session, contact);
        if (!before)
            return before;
        return session.contacts().edit(contact, withTags({}, *before, tags));
    });
}

void ContactsController::optIn(ContactId contact, const OptIn &optIn)
{
    edit([contact, optIn](Session &session) -> Result<Contact> {
        const Result<Contact> before = contactOf(session, contact);
        if (!before)
            return before;
        if (const Result<> noted = session.contacts().optIn(before->phone, optIn, session.clock().now());
            !noted)
            return noted.error();
        return contactOf(session, contact);
    });
}

void ContactsController::tag(const People &people, const QString &name)
{
    change(
        tr("Adding the tag…"), tr("The tag was not added"),
        [people, name](Session &session, const CancelToken &cancel, const Told &told) {
            return inPieces(people, cancel, told,
                            [&](const People &some) { return session.contacts().tag(some, name, cancel); });
        },
        [this, name](int changed) {
            emit done(tr("%Ln people got the tag “%1”", nullptr, changed).arg(name));
        });
}

void ContactsController::untag(const People &people, const QString &name)
{
    change(
        tr("Removing the tag…"), tr("The tag was not removed"),
        [people, name](Session &session, const CancelToken &cancel, const Told &told) {
            return inPieces(people, cancel, told,
                            [&](const People &some) { return session.contacts().untag(some, name, cancel); });
        },
        [this, name](int changed) {
            emit done(tr("%Ln people no longer have the tag “%1”", nullptr, changed).arg(name));
        });
}

void ContactsController::optOut(const People &people)
{
    change(
        tr("Opting out…"), tr("The opt-out was not stored"),
        [people](Session &session, const CancelToken &cancel, const Told &told) {
            return inPieces(people, cancel, told, [&](const People &some) {
                return session.contacts().optOut(some, u"person"_s, session.clock().now(), cancel);
            });
        },
        [this](int changed) { emit done(tr("%Ln people opted out", nullptr, changed)); });
}

void ContactsController::erase(const People &people)
{
    change(
        tr("Erasing…"), tr("The people were not erased"),
        [people](Session &session, const CancelToken &cancel, const Told &told) {
            return session.contactDesk().erase(people, cancel, told);
        },
        [this](const ErasureOutcome &outcome) {
            const int erased = outcome.people.contacts;
            if (outcome.isComplete)
                emit done(tr("%Ln people erased", nullptr, erased));
            else
                emit done(tr("%Ln people erased. Unused parts of the file are cleaned when nothing is sent",
                             nullptr, erased));
            tellOfKeptBackups();
        });
}

void ContactsController::tellOfKeptBackups()
{
    const QString folder = m_bench.workspace.path();
    const QStringList kept = keptBackups(folder);
    if (kept.isEmpty())
        return;
    auto *dialog = new MessageDialog{
        tr("Older copies still hold the erased people"),
        tr("They were kept when the workspace was restored: %1 in %2. Delete them when you do not need them "
           "any more.")
            .arg(kept.join(u", "_s), QDir::toNativeSeparators(folder)),
        &m_bench.window};
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->addButton(tr("Close"), ButtonKind::Primary, QDialog::Accepted, true);
    dialog->open();
}

void ContactsController::askWhereToExport(const People &people)
{
    if (people.empty())
        return;
    QFileDialog *dialog =
        askWhereToSave(&m_bench.window, tr("Save the contacts"), m_lastFolder, tr("contacts"),
                       {
                           {tr("CSV table (*.csv)"), u"csv"_s}
    });
    connect(dialog, &QFileDialog::fileSelected, this, [this, people](const QString &path) {
        m_lastFolder = QFileInfo{path}.absolutePath();
        exportTo(path, people);
    });
}

void ContactsController::exportTo(const QString &path, const People &people)
{
    change(
        tr("Saving the contacts…"), tr("The contacts were not saved"),
        [path, people](Session &session, const CancelToken &cancel, const Told &told) {
            return session.contactDesk().writeCsv(people, path, cancel, told);
        },
        [this, path](std::optional<qint64> saved) {
            if (saved) // not cancelled
                emit done(tr("%Ln people saved as %1", nullptr, static_cast<int>(*saved))
                              .arg(QFileInfo{path}.fileName()));
        });
}
