"""Common Vietnamese syllables whose vowel loses its last byte.

`ề ọ ỏ ờ ử` all end in a byte that Windows-1252 leaves undefined, and `à í` in one that becomes a
blank or nothing. No other language loses so many letters at once, and its syllables are few.
"""

from __future__ import annotations

from typing import Final

SYLLABLES: Final = frozenset(
    """
    về nhiều điều kiều chiều chiều liều triều tiền miền hiền điền quyền chuyền truyền nguyền phiền
    liền viền triền kiềm tiềm mềm đềm nền bền kền kề lề đề thề tề trề bề hề yề riềng giềng
    chọn gọi mọi họ học đọc lọc dọc nọ thọ trọng họp gọn nhọn sọc bọc chọc trọn vọng dọa hoạ ngọn
    hỏi bỏ nhỏ khỏi bỏng hỏng mỏ đỏ thỏa trỏ ngỏ cỏ vỏ tỏ phỏng mỏng lỏng giỏi tỏa khỏe
    thời lời người mười trường hường thường đường lường tường dường trời giờ chờ nhờ ngờ bờ rời
    mời cờ đời thờ tờ vườn phường cường ngườ rờ
    sử gửi cử tử thử xử cửa sửa nửa lửa rửa giữ chửa ngửa bửa
    đã đang được đầu độ đổi đến đặt đường để đều đó đây định đa đô đồng đối đúng đưa đơn
    là và hàm làm hàng toàn hoàn dài ngoài loài tài bài cài màu vào nào này thành hành trang hoà
    trí phí khí chí bí tính chính hình kính lí vị
    """.split()
)
