#pragma once

#include "domain/sendingwindow.h"
#include "domain/sendrate.h"

#include <QWidget>

class QComboBox;
class SendingHours;

/// What new campaigns begin with.
struct SendingDefaults
{
    QString country; ///< ISO 3166: numbers without a country are read as this one's
    QString timeZone; ///< IANA
    SendingWindow window;
    SendRate rate = SendRate::gentle();

    friend bool operator==(const SendingDefaults &, const SendingDefaults &) = default;
};

/// The sending defaults section of the settings.
class DefaultsPanel final : public QWidget
{
    Q_OBJECT

public:
    explicit DefaultsPanel(QWidget *parent = nullptr);

    void setDefaults(const SendingDefaults &defaults);

signals:
    /// By the person.
    void defaultsChanged(const SendingDefaults &defaults);

private:
    QWidget *makeHours();
    SendingDefaults readDefaults() const;
    void noteDefaults();

    QComboBox *m_country;
    QComboBox *m_timeZone;
    QComboBox *m_rate;
    SendingHours *m_hours;
};
