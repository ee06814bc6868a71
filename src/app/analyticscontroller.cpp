#include "app/analyticscontroller.h"

#include "app/chartexport.h"
#include "app/pacedread.h"
#include "app/resultsexport.h"
#include "app/windowwords.h"
#include "widgets/analytics/analyticspage.h"
#include "widgets/shell/mainwindow.h"
#include "workspace/backgrounddesk.h"
#include "workspace/changewatch.h"
#include "workspace/session.h"

#include <utility>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr auto kBetweenLooks = 5s;
constexpr int kRest = 20; ///< times as long as a look took

} // namespace

AnalyticsController::AnalyticsController(const Workbench &bench, ResultsExport &exports, QObject *parent)
    : QObject{parent}
    , m_bench{bench}
    , m_page{new AnalyticsPage{&bench.window}}
    , m_changes{new PacedRead{kBetweenLooks,
                              [this](std::function<void()> ended) {
                                  m_whenShown = std::move(ended);
                                  look(m_page->request());
                              },
                              this}}
{
    m_changes->setRest(kRest);
    auto *charts = new ChartExport{bench, this};
    connect(m_page, &AnalyticsPage::lookWanted, this, &AnalyticsController::look);
    connect(m_page, &AnalyticsPage::pictureWanted, charts, &ChartExport::savePicture);
    connect(m_page, &AnalyticsPage::numbersWanted, charts, &ChartExport::saveNumbers);
    connect(m_page, &AnalyticsPage::reportWanted, &exports, &ResultsExport::beginPeriod);
    connect(m_page, &AnalyticsPage::newCampaignRequested, this, &AnalyticsController::newCampaignRequested);
    connect(m_page, &AnalyticsPage::cancelRequested, this, [this] {
        if (m_running)
            m_running->cancel();
    });
    connect(&bench.window, &MainWindow::placeChanged, this, [this] {
        if (isShown())
            look(m_page->request());
    });
    connect(&bench.changes, &ChangeWatch::changed, this, [this] {
        if (isShown())
            m_changes->request();
    });
}

bool AnalyticsController::isShown() const
{
    return m_bench.window.currentPage() == m_page;
}

void AnalyticsController::look(const AnalyticsRequest &request)
{
    const quint64 question = ++m_lastQuestion;
    if (m_running)
        m_running->cancel();
    m_running.reset();
    m_page->showLoading();
    const auto answered = [this, question](const Result<AnalyticsAnswer> &answer) { show(question, answer); };
    // People with a tag are counted one by one; everything else takes a moment.
    if (request.filter.tag.isEmpty())
        m_bench.desk.run(
            this, [request](Session &session) { return session.analyticsDesk().look(request); }, answered);
    else
        m_running = m_bench.desk.runLong(
            this,
            [request](Session &session, const CancelToken &cancel) {
                return session.analyticsDesk().look(request, cancel);
            },
            answered);
}

void AnalyticsController::show(quint64 question, const Result<AnalyticsAnswer> &answer)
{
    if (question != m_lastQuestion)
        return;
    m_running.reset();
    if (const auto ended = std::exchange(m_whenShown, {}))
        ended();
    if (answer && answer->wasCancelled)
        return;
    if (answer)
        m_page->showFigures(*answer);
    else
        m_page->showError(inWindowWords(answer.error()));
}
