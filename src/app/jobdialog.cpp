#include "app/jobdialog.h"

#include "widgets/controls/button.h"
#include "widgets/controls/textlabel.h"

#include <QProgressBar>

#include <algorithm>

using namespace std::chrono_literals;

namespace {

constexpr auto kMoment = 400ms;
constexpr int kSteps = 1000;

} // namespace

JobDialog::JobDialog(const QString &title, const QString &sentence, QWidget *parent)
    : MessageDialog{title, sentence, parent}
    , m_bar{new QProgressBar}
    , m_sentence{new TextLabel{{}, TypeRole::Label, TextLabel::Ink::Text2}}
{
    setAttribute(Qt::WA_DeleteOnClose, false);
    m_bar->setRange(0, 0);
    m_bar->setTextVisible(false);
    m_bar->setAccessibleName(title);
    m_sentence->hide();
    addContent(m_bar);
    addContent(m_sentence);
    m_cancel = addButton(tr("Cancel"), ButtonKind::Outlined, QDialog::Rejected, true);
    m_appearance.setSingleShot(true);
    connect(&m_appearance, &QTimer::timeout, this, &QDialog::open);
    m_appearance.start(kMoment);
}

void JobDialog::setCancellable(bool isCancellable)
{
    m_cancel->setVisible(isCancellable);
}

void JobDialog::setProgress(qint64 done, qint64 total)
{
    if (total > 0)
        setShare(double(done) / double(total));
}

void JobDialog::setShare(double share)
{
    m_bar->setRange(0, kSteps);
    m_bar->setValue(static_cast<int>(std::clamp(share, 0.0, 1.0) * kSteps));
}

void JobDialog::setSentence(const QString &sentence)
{
    m_sentence->setText(sentence);
    m_sentence->setVisible(!sentence.isEmpty());
}

void JobDialog::finish()
{
    m_appearance.stop();
    hide();
    deleteLater();
}

void JobDialog::done(int)
{
    emit cancelRequested();
}
