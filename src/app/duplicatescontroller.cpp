#include "app/duplicatescontroller.h"

#include "app/jobdialog.h"
#include "app/windowwords.h"
#include "exchange/phoneparser.h"
#include "presentation/duplicates.h"
#include "widgets/pages/duplicatesdialog.h"
#include "widgets/shell/mainwindow.h"
#include "workspace/backgrounddesk.h"
#include "workspace/session.h"

#include <optional>
#include <vector>

namespace {

using Groups = std::vector<DuplicatePeople>;

DuplicatePeople::Reason reasonOf(DuplicateReason reason)
{
    switch (reason) {
    case DuplicateReason::SameUser: return DuplicatePeople::Reason::SameUser;
    case DuplicateReason::SameNumber: return DuplicatePeople::Reason::SameNumber;
    case DuplicateReason::SameNameAndAddress: return DuplicatePeople::Reason::SameNameAndAddress;
    }
    Q_UNREACHABLE();
}

/// Nothing when it was cancelled.
Result<std::optional<Groups>> duplicatesOf(Session &session, const CancelToken &cancel)
{
    Result<std::vector<DuplicateGroup>> groups = session.contactDesk().duplicates(cancel);
    if (!groups)
        return groups.error();
    if (cancel.isCancelled())
        return std::optional<Groups>{};
    Groups people;
    for (DuplicateGroup &group : *groups) {
        people.push_back({std::move(group.contacts), {}});
        for (const DuplicateReason reason : group.reasons)
            people.back().reasons.push_back(reasonOf(reason));
    }
    return std::optional{std::move(people)};
}

} // namespace

DuplicatesController::DuplicatesController(const Workbench &bench, QObject *parent)
    : QObject{parent}
    , m_bench{bench}
{
}

void DuplicatesController::find()
{
    if (m_search || m_dialog)
        return;
    auto *progress = new JobDialog{tr("Comparing the contacts…"), {}, &m_bench.window};
    m_search = m_bench.desk.runLong(
        this, duplicatesOf,
        [this, dialog = QPointer<JobDialog>{progress}](const Result<std::optional<Groups>> &people) {
            const bool wasCancelled = m_search->isCancelled(); // perhaps when it had just found everything
            m_search.reset();
            if (dialog)
                dialog->finish();
            if (wasCancelled)
                return;
            if (!people)
                tellError(&m_bench.window, tr("The contacts could not be compared"),
                          inWindowWords(people.error()));
            else if (*people && (*people)->empty())
                emit done(tr("No two contacts look like the same person"));
            else if (*people)
                show(**people);
        });
    connect(progress, &JobDialog::cancelRequested, this, [this] {
        if (m_search)
            m_search->cancel();
    });
}

void DuplicatesController::show(const Groups &people)
{
    m_merged = 0;
    m_dialog = new DuplicatesDialog{people, &PhoneParser::formatInternational, &m_bench.window};
    m_dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(m_dialog, &DuplicatesDialog::mergeRequested, this, &DuplicatesController::merge);
    connect(m_dialog, &QDialog::finished, this, [this] {
        m_dialog.clear();
        if (m_merged > 0)
            emit done(tr("%Ln contacts became part of another one", nullptr, m_merged));
    });
    m_dialog->open();
}

void DuplicatesController::merge(const PhoneNumber &keep, const std::vector<PhoneNumber> &others)
{
    m_bench.desk.run(
        this, [keep, others](Session &session) { return session.contactDesk().merge(keep, others); },
        [this](const Result<MergeOutcome> &outcome) {
            if (!outcome) {
                if (m_dialog)
                    m_dialog->setMergeError(inWindowWords(outcome.error()));
                return;
            }
            m_merged += outcome->merged;
            emit merged();
            if (m_dialog)
                m_dialog->setMerged();
            else
                emit done(tr("%Ln contacts became part of another one", nullptr, outcome->merged));
        });
}
