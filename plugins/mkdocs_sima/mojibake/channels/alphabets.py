"""What people write beside ASCII, by the languages that share code pages; the commonest first."""

from __future__ import annotations

from typing import Final


def _range(first: int, last: int) -> str:
    return "".join(map(chr, range(first, last + 1)))


WESTERN: Final = "éèàêçùâîôûëïœæáíóúñüäößåøãõìòðþýÉÈÀÊÇÁÍÓÚÑÜÄÖÅØÆÃÕÂÎÔÐÞÝŒ¿¡ªº"
CENTRAL: Final = "áíéěščřžýůúóťďňçąęłśćżńźöüőűăâîșțşţđäôľĺŕÁÍÉŠČŘŽÝŮÚÓŤĎŇÇĄĘŁŚĆŻŃŹÖÜŐŰĂÂÎȘȚŞŢĐĽß"
TURKISH: Final = "ıiğüşöçəâîûêĞÜŞÖÇİƏÊÎÛÂ"
BALTIC: Final = "āēīšžģķļņčūąęėįųõäöüĀĒĪŠŽĢĶĻŅČŪĄĘĖĮŲÕÄÖÜ"
VIETNAMESE: Final = (
    "áàảãạăắằẳẵặâấầẩẫậéèẻẽẹêếềểễệíìỉĩịóòỏõọôốồổỗộơớờởỡợúùủũụưứừửữựýỳỷỹỵđĐÁÀÂÊÔƠƯĂẢẠẤẦỐỒỘỨỪ"
)
CYRILLIC: Final = _range(0x430, 0x44F) + _range(0x410, 0x42F) + "ёіїєґўЁІЇЄҐЎјљњћџђѓќѕЈЉЊЋЏЂЃЌЅ"
GREEK: Final = _range(0x3AC, 0x3CE) + _range(0x386, 0x3AB).replace("\u0387", "")
HEBREW: Final = _range(0x5D0, 0x5EA)
ARABIC: Final = _range(0x621, 0x64A) + "پچژکگی،؛؟\u200c"
THAI: Final = _range(0xE01, 0xE3A) + _range(0xE3F, 0xE4E)
