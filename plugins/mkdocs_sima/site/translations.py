"""Our own words on pages, in the languages that we know. English is the key and the fallback."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

LANGUAGES = ("es", "de", "fr", "zh")

# English: Spanish, German, French, Chinese. `{…}` is filled in by the caller with `str.format`.
WORDS: dict[str, tuple[str, str, str, str]] = {
    # entry page
    "Status": ("Estado", "Status", "Statut", "状态"),
    "Priority": ("Prioridad", "Priorität", "Priorité", "优先级"),
    "Created": ("Creado", "Erstellt", "Créé", "创建于"),
    "Updated": ("Actualizado", "Aktualisiert", "Mis à jour", "更新于"),
    "Category": ("Categoría", "Kategorie", "Catégorie", "分类"),
    "Keywords": ("Palabras clave", "Stichwörter", "Mots-clés", "关键词"),
    "Scope": ("Ámbito", "Bereich", "Portée", "范围"),
    "critical": ("crítica", "kritisch", "critique", "紧急"),
    "high": ("alta", "hoch", "haute", "高"),
    "medium": ("media", "mittel", "moyenne", "中"),
    "low": ("baja", "niedrig", "basse", "低"),
    "Copy REF-ID": ("Copiar REF-ID", "REF-ID kopieren", "Copier le REF-ID", "复制 REF-ID"),
    "Copied": ("Copiado", "Kopiert", "Copié", "已复制"),
    "Also known as": ("También", "Auch bekannt als", "Aussi appelé", "别名"),
    "About this entry": (
        "Acerca de esta entrada", "Über diesen Eintrag", "À propos de cette entrée", "关于本条目",
    ),
    "This entry has been superseded by": (
        "Esta entrada ha sido reemplazada por",
        "Dieser Eintrag wurde ersetzt durch",
        "Cette entrée a été remplacée par",
        "本条目已被取代：",
    ),
    "This entry is {status}.": (
        "Esta entrada está marcada como {status}.",
        "Dieser Eintrag hat den Status {status}.",
        "Cette entrée a le statut {status}.",
        "本条目的状态为 {status}。",
    ),
    "No entry {text} was found.": (
        "No se encontró la entrada {text}.",
        "Es gibt keinen Eintrag {text}.",
        "Aucune entrée {text} n’a été trouvée.",
        "未找到条目 {text}。",
    ),
    "{text} is ambiguous: {candidates}": (
        "{text} es ambiguo: {candidates}",
        "{text} ist mehrdeutig: {candidates}",
        "{text} est ambigu : {candidates}",
        "{text} 不明确：{candidates}",
    ),
    "missing": ("falta", "fehlt", "manquant", "缺失"),
    "ambiguous": ("ambiguo", "mehrdeutig", "ambigu", "不明确"),
    "Related": ("Relacionado", "Verwandt", "Voir aussi", "相关"),
    "Refers to": ("Hace referencia a", "Verweist auf", "Fait référence à", "引用"),
    "Referenced by": ("Referenciado por", "Referenziert von", "Référencé par", "被引用"),
    "Suggested": ("Sugerencias", "Vorschläge", "Suggestions", "推荐"),
    "shares": ("comparte", "gemeinsam", "en commun", "共有"),
    "Previous": ("Anterior", "Zurück", "Précédent", "上一条"),
    "Next": ("Siguiente", "Weiter", "Suivant", "下一条"),
    "Entries in this scope": (
        "Entradas de este ámbito", "Einträge dieses Bereichs", "Entrées de cette portée",
        "此范围内的条目",
    ),
    "Show {count} more": (
        "Mostrar {count} más", "{count} weitere anzeigen", "Afficher {count} de plus",
        "再显示 {count} 条",
    ),
    "Graph of this entry": (
        "Grafo de esta entrada", "Graph dieses Eintrags", "Graphe de cette entrée", "本条目的关系图",
    ),
    "Repaired on this page: {count}": (
        "Reparado en esta página: {count}",
        "Auf dieser Seite repariert: {count}",
        "Réparé sur cette page : {count}",
        "本页已修复：{count} 处",
    ),
    "Line {line}": ("Línea {line}", "Zeile {line}", "Ligne {line}", "第 {line} 行"),
    "Permanent link": ("Enlace permanente", "Permanenter Link", "Lien permanent", "永久链接"),
    # GitHub's alerts
    "Note": ("Nota", "Hinweis", "Note", "注意"),
    "Tip": ("Consejo", "Tipp", "Astuce", "提示"),
    "Important": ("Importante", "Wichtig", "Important", "重要"),
    "Warning": ("Advertencia", "Warnung", "Avertissement", "警告"),
    "Caution": ("Precaución", "Vorsicht", "Prudence", "小心"),
}  # fmt: skip


def translate(language: str) -> Callable[[str], str]:
    """Return the function from an English text to that of the language ("de", "zh-Hant", "fr-CA").

    Unknown languages and unknown texts stay English.
    """
    code = language.replace("_", "-").split("-")[0].lower()
    if code not in LANGUAGES:
        return lambda text: text
    column = LANGUAGES.index(code)

    def t(text: str) -> str:
        row = WORDS.get(text)
        return row[column] if row else text

    return t
