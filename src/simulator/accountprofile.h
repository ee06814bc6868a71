#pragma once

#include <QString>

/// The business that the simulator plays.
struct AccountProfile
{
    QString phoneNumberId;
    QString wabaId;
    QString businessName = QStringLiteral("Meridian Journeys");
    QString displayPhoneNumber = QStringLiteral("+91 22 6842 7300");
    QByteArray waId = QByteArrayLiteral("912268427300");
    QByteArray countryCode = QByteArrayLiteral("91");
};
