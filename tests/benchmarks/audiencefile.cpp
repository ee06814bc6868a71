#include "audiencefile.h"

#include <array>

namespace {

struct Country
{
    const char *code;
    const char *firstDigits; ///< of a mobile number
    int digits; ///< of it, without the code
};

constexpr std::array kCountries{
    Country{"91",  "9",   10},
    Country{"91",  "8",   10},
    Country{"91",  "7",   10},
    Country{"55",  "119", 11},
    Country{"52",  "55",  10},
    Country{"62",  "81",  11},
    Country{"34",  "6",   9 },
    Country{"44",  "74",  10},
    Country{"1",   "202", 10},
    Country{"49",  "151", 11},
    Country{"33",  "6",   9 },
    Country{"39",  "34",  10},
    Country{"90",  "53",  10},
    Country{"57",  "30",  10},
    Country{"54",  "911", 11},
    Country{"234", "80",  10},
    Country{"27",  "82",  9 },
    Country{"971", "50",  9 },
    Country{"966", "50",  9 },
    Country{"63",  "917", 10},
    Country{"92",  "30",  10},
    Country{"20",  "10",  10},
    Country{"7",   "912", 10},
    Country{"48",  "60",  9 },
};

constexpr std::array kNames{"Ana García",      "Rahul Sharma", "João Silva",    "Fatima Khan", "John Smith",
                            "Žofie Dvořáková", "Budi Santoso", "Zeynep Yılmaz", "Priya Nair",  "María López"};
constexpr std::array kCities{"Madrid", "Mumbai",  "São Paulo", "Lahore", "London",
                             "Praha",  "Jakarta", "İzmir",     "Kochi",  "Bogotá"};

/// Like a hash, so that neighbours have different countries and digits, and nobody's number comes twice.
quint32 mixed(quint32 row)
{
    row ^= row >> 16;
    row *= 0x7FEB352Du;
    row ^= row >> 15;
    row *= 0x846CA68Bu;
    return row ^ (row >> 16);
}

const Country &countryOf(int row)
{
    return kCountries[mixed(quint32(row)) % kCountries.size()];
}

QByteArray nationalNumber(int row)
{
    const Country &country = countryOf(row);
    const QByteArray first{country.firstDigits};
    const int left = country.digits - int(first.size());
    qint64 limit = 1;
    for (int i = 0; i < left; ++i)
        limit *= 10;
    // In no order, as in a list that is sorted by when people came. The step is odd and no multiple of 5, so each
    // row has another number as long as there are enough of them.
    const qint64 step = limit / 1000 * 618 + 7;
    const qint64 number = (qint64(row) * step + 1'234'567) % limit;
    return first + QByteArray::number(number).rightJustified(left, '0');
}

QByteArray indianNumber(int row)
{
    return QByteArray::number(9'000'000'000LL + (qint64(row) * 618'033'989) % 999'999'937LL);
}

QByteArray writtenPhone(int row)
{
    const QByteArray plain = AudienceFile::phoneIn(row);
    const QByteArray code = countryOf(row).code;
    const QByteArray national = nationalNumber(row);
    const int way = row % 100;
    if (way < 65)
        return plain;
    if (way < 73)
        return '+' + code + ' ' + national.left(3) + ' ' + national.mid(3, 3) + ' ' + national.mid(6);
    if (way < 80)
        return indianNumber(row);
    if (way < 84)
        return "00" + code + national;
    if (way < 88)
        return "(+" + code + ") " + national.left(4) + '-' + national.mid(4);
    if (way < 91)
        return '0' + indianNumber(row).left(5) + ' ' + indianNumber(row).mid(5);
    if (way < 93)
        return AudienceFile::phoneIn(row - 50); // who is in it already
    if (way < 94)
        return "9.1" + indianNumber(row).left(4) + "E+11"; // a spreadsheet has destroyed it
    if (way < 96)
        return '+' + code + national.left(5); // too short
    if (way < 98)
        return "+999" + national; // of no country
    return way == 98 ? QByteArray{"n/a"} : QByteArray{};
}

} // namespace

QByteArray AudienceFile::phoneIn(int row)
{
    return QByteArray{"+"} + countryOf(row).code + nationalNumber(row);
}

bool AudienceFile::write(QIODevice &device, int rows)
{
    constexpr int kPiece = 1 << 20;
    QByteArray text{"Name,Phone,City,Product,Price\n"};
    for (int row = 0; row < rows; ++row) {
        const quint32 random = mixed(quint32(row) + 77);
        text += QByteArray{kNames[random % kNames.size()]} + ',' + writtenPhone(row) + ','
            + kCities[random / 16 % kCities.size()] + ",\"Package " + QByteArray::number(random / 256 % 90)
            + ", 5 days\"," + QByteArray::number(100 + random / 65536 % 4000) + '\n';
        if (text.size() < kPiece && row + 1 < rows)
            continue;
        if (device.write(text) != text.size())
            return false;
        text.clear();
    }
    return true;
}
