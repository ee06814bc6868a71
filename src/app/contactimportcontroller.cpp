#include "app/contactimportcontroller.h"

#include "app/audiencereading.h"
#include "app/jobdialog.h"
#include "app/windowwords.h"
#include "exchange/phoneparser.h"
#include "widgets/controls/dialogs.h"
#include "widgets/pages/contactimportpage.h"
#include "widgets/shell/mainwindow.h"
#include "workspace/backgrounddesk.h"
#include "workspace/session.h"

#include <QElapsedTimer>
#include <QPointer>
#include <QTimeZone>

using namespace Qt::StringLiterals;

namespace {

/// Of the whole work, what reading and checking is; the rest is storing.
constexpr double kShareOfChecking = 0.6;

ArrivalTerms termsOf(const ContactImportTerms &terms, const QTimeZone &zone)
{
    ArrivalTerms arrival;
    arrival.tags = terms.tags;
    if (terms.haveAgreed) {
        arrival.optInSource = terms.optInSource;
        arrival.optInWords = terms.optInWords;
        if (terms.optedInOn.isValid())
            arrival.optedInAt = fromDateTime(terms.optedInOn.startOfDay(zone));
    }
    switch (terms.known) {
    case ContactImportTerms::Known::Keep: arrival.known = KnownContacts::Keep; break;
    case ContactImportTerms::Known::FillGaps: arrival.known = KnownContacts::FillGaps; break;
    case ContactImportTerms::Known::Overwrite: arrival.known = KnownContacts::Overwrite; break;
    }
    return arrival;
}

ImportPace paceOf(const ImportProgress &progress, qint64 elapsed)
{
    ImportPace pace;
    pace.rows = progress.rows;
    pace.people = progress.stored;
    pace.elapsed = std::chrono::milliseconds{elapsed};
    if (progress.toStore > 0)
        pace.share = kShareOfChecking
            + (1 - kShareOfChecking) * double(progress.stored) / double(progress.toStore);
    else if (progress.totalBytes > 0)
        pace.share = kShareOfChecking * double(progress.bytes) / double(progress.totalBytes);
    return pace;
}

} // namespace

ContactImportController::ContactImportController(const Workbench &bench, QObject *parent)
    : QObject{parent}
    , m_bench{bench}
    , m_page{new ContactImportPage{&PhoneParser::formatInternational, bench.clock, &bench.window}}
{
    m_page->setCountries(PhoneParser::countries());
    connectPage();
}

void ContactImportController::start()
{
    m_bench.desk.run(
        this,
        [](Session &session) -> Result<std::pair<QString, QStringList>> {
            const Result<std::optional<QString>> country = session.settings().value(u"default_country"_s);
            if (!country)
                return country.error();
            const Result<std::vector<TagCount>> tags = session.contacts().tags();
            if (!tags)
                return tags.error();
            QStringList names;
            for (const TagCount &tag : *tags)
                names << tag.name;
            return std::pair{country->value_or(QString{}), names};
        },
        [this](const Result<std::pair<QString, QStringList>> &read) {
            if (!read) {
                tellError(&m_bench.window, tr("The import cannot begin"), inWindowWords(read.error()));
                return;
            }
            m_country = read->first;
            m_page->setKnownTags(read->second);
            m_page->start();
            emit opened();
        });
}

void ContactImportController::connectPage()
{
    connect(m_page, &ContactImportPage::previewWanted, this, &ContactImportController::readFile);
    connect(m_page, &ContactImportPage::readingCancelWanted, this, [this] { m_reading.cancel(); });
    connect(m_page, &ContactImportPage::importWanted, this, &ContactImportController::importFile);
    connect(m_page, &ContactImportPage::saveRejectedWanted, this, &ContactImportController::saveRejected);
    connect(m_page, &ContactImportPage::addPersonWanted, this, &ContactImportController::addPerson);
    connect(m_page, &ContactImportPage::closed, this, [this] {
        m_reading.cancel();
        emit closed();
    });
}

void ContactImportController::readFile(const AudienceSource &source, const AudienceChoices &choices)
{
    m_reading.cancel();
    m_reading = m_bench.desk.runLong(
        this,
        [this, guard = QPointer<QObject>{this}, &desk = m_bench.desk, source, choices, country = m_country](
            Session &session, const CancelToken &cancel) -> Result<std::optional<AudiencePreview>> {
            AudienceCollector collector;
            Seldom seldom;
            const Result<ImportReport> report = session.importDesk().examineContacts(
                importRequest(source, choices, country),
                [&](const QList<ImportedRow> &rows) { collector.take(rows); }, cancel,
                [&](const ImportProgress &progress) {
                    if (progress.totalBytes <= 0 || !seldom.isTime())
                        return;
                    const double share = double(progress.bytes) / double(progress.totalBytes);
                    desk.report(guard, [this, share, cancel] {
                        if (!cancel.isCancelled())
                            m_page->setReadingProgress(share);
                    });
                });
            if (!report)
                return report.error();
            if (report->summary.wasCancelled)
                return std::optional<AudiencePreview>{};
            return std::optional{std::move(collector).preview(source, choices, country, *report)};
        },
        [this](const Result<std::optional<AudiencePreview>> &preview) {
            if (!preview)
                m_page->setReadingError(inWindowWords(preview.error()));
            else if (*preview)
                m_page->setPreview(**preview);
        });
}

void ContactImportController::importFile(const AudienceSource &source, const AudienceChoices &choices,
                                         const ContactImportTerms &terms)
{
    auto *progress = new JobDialog{tr("Importing people…"), source.title(), &m_bench.window};
    CancelToken job = m_bench.desk.runLong(
        this,
        [source, choices, terms, country = m_country, &desk = m_bench.desk,
         dialog = QPointer<QObject>{progress}](Session &session, const CancelToken &cancel) {
            Seldom seldom;
            QElapsedTimer timer;
            timer.start();
            return session.importDesk().importContacts(
                importRequest(source, choices, country), termsOf(terms, session.timeZone()), cancel,
                [&](const ImportProgress &told) {
                    if (!seldom.isTime())
                        return;
                    desk.report(dialog, [dialog, pace = paceOf(told, timer.elapsed())] {
                        auto *shown = static_cast<JobDialog *>(dialog.data());
                        shown->setShare(pace.share);
                        shown->setSentence(paceSentence(pace));
                    });
                });
        },
        [this, dialog = QPointer<JobDialog>{progress}](const Result<ImportReport> &report) {
            if (dialog)
                dialog->finish();
            m_page->setImportEnded();
            if (!report) {
                tellError(&m_bench.window, tr("Nobody was imported"), inWindowWords(report.error()));
            } else if (report->summary.wasCancelled) {
                emit done(tr("The import was cancelled. The contact book is as it was"));
            } else {
                emit closed();
                emit done(tr("%Ln people of the file are in the contact book", nullptr,
                             static_cast<int>(report->summary.accepted)));
            }
        });
    connect(progress, &JobDialog::cancelRequested, this, [job]() mutable { job.cancel(); });
}

void ContactImportController::saveRejected(const AudienceSource &source, const AudienceChoices &choices,
                                           const QString &path)
{
    m_bench.desk.runLong(
        this,
        [source, choices, path, country = m_country](Session &session, const CancelToken &cancel) {
            ImportRequest request = importRequest(source, choices, country);
            request.rejectsPath = path;
            return session.importDesk().examineContacts(request, {}, cancel);
        },
        [this](const Result<ImportReport> &report) {
            if (!report)
                tellError(&m_bench.window, tr("The rows were not saved"), inWindowWords(report.error()));
            else if (!report->summary.wasCancelled)
                emit done(tr("%Ln rows were saved", nullptr, static_cast<int>(report->summary.rejected)));
        });
}

void ContactImportController::addPerson(const PersonEntry &person)
{
    m_bench.desk.run(
        this,
        [person, country = m_country](Session &session) -> Result<QString> {
            const TypedPhone typed = readTypedPhone(person.phone, country);
            if (typed.phone.isEmpty())
                return typed.problem;
            const Result<Contact> put = session.contacts().put(typed.phone, typed.region,
                                                               {.name = person.name}, session.clock().now());
            if (!put && put.error().code == "erased"_L1)
                return put.error().message;
            return put ? Result<QString>{QString{}} : put.error();
        },
        [this](const Result<QString> &problem) {
            if (!problem)
                tellError(&m_bench.window, tr("The person was not added"), inWindowWords(problem.error()));
            else if (!problem->isEmpty())
                m_page->setPersonProblem(*problem);
            else
                m_page->setPersonAdded();
        });
}
