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
    "Both refer to each other": (
        "Se citan mutuamente", "Verweisen aufeinander", "Se citent mutuellement", "相互引用",
    ),
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
        "Grafo de esta entrada", "Graph dieses Eintrags", "Graphe de cette entrée",
        "本条目的关系图",
    ),
    "Repaired on this page: {count}": (
        "Reparado en esta página: {count}",
        "Auf dieser Seite repariert: {count}",
        "Réparé sur cette page : {count}",
        "本页已修复：{count} 处",
    ),
    "Line {line}": ("Línea {line}", "Zeile {line}", "Ligne {line}", "第 {line} 行"),
    "Permanent link": ("Enlace permanente", "Permanenter Link", "Lien permanent", "永久链接"),
    "Knowledge base": ("Base de conocimiento", "Wissensbasis", "Base de connaissances", "知识库"),
    "+{count} more": ("+{count} más", "+{count} weitere", "+{count} autres", "另有 {count} 条"),
    # map
    "Map": ("Mapa", "Karte", "Carte", "地图"),
    "Entries on the map": (
        "Entradas en el mapa", "Einträge auf der Karte", "Entrées sur la carte", "地图上的条目",
    ),
    "Selected entry": (
        "Entrada seleccionada", "Gewählter Eintrag", "Entrée sélectionnée", "选中的条目",
    ),
    "Point out": ("Destacar", "Hervorheben", "Mettre en évidence", "突出显示"),
    "Also show": ("Mostrar también", "Auch zeigen", "Afficher aussi", "同时显示"),
    "Bridges between communities": (
        "Puentes entre comunidades", "Brücken zwischen Gruppen", "Ponts entre communautés",
        "社群之间的桥梁",
    ),
    "Circles of prerequisites": (
        "Ciclos de requisitos", "Kreise von Voraussetzungen", "Cycles de prérequis",
        "前置条件循环",
    ),
    "Documents: {count}": (
        "Documentos: {count}", "Dokumente: {count}", "Documents : {count}", "文档：{count}",
    ),
    "Cited by {count}": (
        "Citada por {count}", "Zitiert von {count}", "Citée par {count}", "被 {count} 个条目引用",
    ),
    "Find a path from here": (
        "Buscar un camino desde aquí", "Weg von hier suchen", "Chercher un chemin d’ici",
        "从这里查找路径",
    ),
    "Choose where the path ends": (
        "Elija dónde termina el camino", "Ziel des Weges wählen", "Choisir la fin du chemin",
        "选择路径终点",
    ),
    "No path leads there.": (
        "Ningún camino lleva allí.", "Dorthin führt kein Weg.", "Aucun chemin n’y mène.",
        "没有通往那里的路径。",
    ),
    "Shortest path": ("Camino más corto", "Kürzester Weg", "Plus court chemin", "最短路径"),
    "Open": ("Abrir", "Öffnen", "Ouvrir", "打开"),
    "Close": ("Cerrar", "Schließen", "Fermer", "关闭"),
    "Nothing fits.": ("Nada coincide.", "Nichts passt.", "Rien ne correspond.", "没有匹配项。"),
    "Map of {count} documents. Arrow keys move, Enter opens, plus and minus zoom.": (
        "Mapa de {count} documentos. Las flechas mueven, Intro abre, más y menos cambian el zoom.",
        "Karte von {count} Dokumenten. Pfeiltasten bewegen, Eingabe öffnet, Plus und Minus zoomen.",
        "Carte de {count} documents. Flèches : déplacer, Entrée : ouvrir, plus et moins : zoomer.",
        "{count} 个文档的地图。方向键移动，回车打开，加减号缩放。",
    ),
    "1 step": ("1 paso", "1 Schritt", "1 pas", "1 步"),
    "2 steps": ("2 pasos", "2 Schritte", "2 pas", "2 步"),
    "Two steps away, on the map": (
        "A dos pasos, en el mapa", "Zwei Schritte weit, auf der Karte",
        "À deux pas, sur la carte", "在地图上查看两步之内",
    ),
    "Legend": ("Leyenda", "Legende", "Légende", "图例"),
    "Filters": ("Filtros", "Filter", "Filtres", "筛选"),
    "Colour": ("Color", "Farbe", "Couleur", "颜色"),
    "Community": ("Comunidad", "Gruppe", "Communauté", "社群"),
    "Relation": ("Relación", "Beziehung", "Relation", "关系"),
    "Similar keywords": (
        "Palabras clave similares", "Ähnliche Stichwörter", "Mots-clés similaires", "相似关键词",
    ),
    "Suggestions": ("Sugerencias", "Vorschläge", "Suggestions", "建议"),
    "Show all": ("Mostrar todo", "Alle anzeigen", "Tout afficher", "显示全部"),
    "Full screen": ("Pantalla completa", "Vollbild", "Plein écran", "全屏"),
    "Zoom in": ("Acercar", "Vergrößern", "Zoomer", "放大"),
    "Zoom out": ("Alejar", "Verkleinern", "Dézoomer", "缩小"),
    "The map needs JavaScript; the catalogue lists the same entries.": (
        "El mapa necesita JavaScript; el catálogo contiene las mismas entradas.",
        "Die Karte braucht JavaScript; der Katalog führt dieselben Einträge.",
        "La carte nécessite JavaScript ; le catalogue contient les mêmes entrées.",
        "地图需要 JavaScript；目录列出相同的条目。",
    ),
    # relations
    "Prerequisite": ("Requisito previo", "Voraussetzung", "Prérequis", "前置条件"),
    "Enables": ("Habilita", "Ermöglicht", "Permet", "支持"),
    "Supersedes": ("Reemplaza a", "Ersetzt", "Remplace", "取代"),
    "Superseded by": ("Reemplazado por", "Ersetzt durch", "Remplacé par", "被取代"),
    "Parent": ("Superior", "Übergeordnet", "Parent", "上级"),
    "Child": ("Subordinado", "Untergeordnet", "Enfant", "下级"),
    "Similar": ("Similar", "Ähnlich", "Similaire", "相似"),
    "Sibling": ("Hermano", "Nebengeordnet", "Voisin", "同级"),
    "Used in": ("Usado en", "Verwendet in", "Utilisé dans", "用于"),
    "Uses": ("Usa", "Verwendet", "Utilise", "使用"),
    "Prevents": ("Evita", "Verhindert", "Empêche", "防止"),
    "Prevented by": ("Evitado por", "Verhindert durch", "Empêché par", "被防止"),
    "Influences": ("Influye en", "Beeinflusst", "Influence", "影响"),
    "Influenced by": ("Influido por", "Beeinflusst von", "Influencé par", "受影响于"),
    "Synthesizes": ("Sintetiza", "Fasst zusammen", "Synthétise", "综合"),
    "Source of": ("Fuente de", "Quelle von", "Source de", "来源"),
    # Markdown
    "done": ("hecho", "erledigt", "fait", "已完成"),
    "open": ("pendiente", "offen", "à faire", "未完成"),
    "Back to the text": ("Volver al texto", "Zurück zum Text", "Retour au texte", "返回正文"),
    # GitHub's alerts
    "Note": ("Nota", "Hinweis", "Note", "注意"),
    "Tip": ("Consejo", "Tipp", "Astuce", "提示"),
    "Important": ("Importante", "Wichtig", "Important", "重要"),
    "Warning": ("Advertencia", "Warnung", "Avertissement", "警告"),
    "Caution": ("Precaución", "Vorsicht", "Prudence", "小心"),
    # types, one and many
    "Lesson": ("Lección", "Lektion", "Leçon", "经验"),
    "Lessons": ("Lecciones", "Lektionen", "Leçons", "经验"),
    "Decision": ("Decisión", "Entscheidung", "Décision", "决策"),
    "Decisions": ("Decisiones", "Entscheidungen", "Décisions", "决策"),
    "Anti-pattern": ("Antipatrón", "Antimuster", "Antipatron", "反模式"),
    "Anti-patterns": ("Antipatrones", "Antimuster", "Antipatrons", "反模式"),
    "Bug": ("Error", "Fehler", "Bogue", "缺陷"),
    "Bugs": ("Errores", "Fehler", "Bogues", "缺陷"),
    "Wisdom": ("Sabiduría", "Weisheit", "Sagesse", "智慧"),
    "Architecture": ("Arquitectura", "Architektur", "Architecture", "架构"),
    "Architectures": ("Arquitecturas", "Architekturen", "Architectures", "架构"),
    "Gateway": ("Pasarela", "Gateway", "Passerelle", "网关"),
    "Gateways": ("Pasarelas", "Gateways", "Passerelles", "网关"),
    "Interface": ("Interfaz", "Schnittstelle", "Interface", "接口"),
    "Interfaces": ("Interfaces", "Schnittstellen", "Interfaces", "接口"),
    "Decision tree": ("Árbol de decisión", "Entscheidungsbaum", "Arbre de décision", "决策树"),
    "Decision trees": ("Árboles de decisión", "Entscheidungsbäume", "Arbres de décision", "决策树"),
    "Checklist": ("Lista de control", "Checkliste", "Liste de contrôle", "检查表"),
    "Checklists": ("Listas de control", "Checklisten", "Listes de contrôle", "检查表"),
    # index pages
    "Browse": ("Explorar", "Stöbern", "Parcourir", "浏览"),
    "Overview": ("Resumen", "Überblick", "Vue d’ensemble", "概览"),
    "Catalogue": ("Catálogo", "Katalog", "Catalogue", "目录"),
    "Health": ("Salud", "Zustand", "État de santé", "健康状况"),
    "Types": ("Tipos", "Typen", "Types", "类型"),
    "Scopes": ("Ámbitos", "Bereiche", "Portées", "范围"),
    "Entries": ("Entradas", "Einträge", "Entrées", "条目"),
    "Documents": ("Documentos", "Dokumente", "Documents", "文档"),
    "References": ("Referencias", "Verweise", "Références", "引用"),
    "Entry": ("Entrada", "Eintrag", "Entrée", "条目"),
    "Document": ("Documento", "Dokument", "Document", "文档"),
    "Type": ("Tipo", "Typ", "Type", "类型"),
    "Title": ("Título", "Titel", "Titre", "标题"),
    "ID": ("ID", "ID", "ID", "编号"),
    "Keyword": ("Palabra clave", "Stichwort", "Mot-clé", "关键词"),
    "General": ("General", "Allgemein", "Général", "通用"),
    "All": ("Todos", "Alle", "Tous", "全部"),
    "Initials": ("Iniciales", "Anfangsbuchstaben", "Initiales", "首字母"),
    "Most used": ("Más usadas", "Am häufigsten", "Les plus utilisés", "最常用"),
    "Most cited": ("Más citadas", "Am meisten zitiert", "Les plus citées", "引用最多"),
    "Recently changed": (
        "Cambios recientes", "Zuletzt geändert", "Modifiées récemment", "最近更改",
    ),
    "Find": ("Buscar", "Finden", "Trouver", "查找"),
    "Search by ID, title or keyword": (
        "Buscar por ID, título o palabra clave",
        "Nach ID, Titel oder Stichwort suchen",
        "Chercher par ID, titre ou mot-clé",
        "按编号、标题或关键词搜索",
    ),
    "Filter in the catalogue": (
        "Filtrar en el catálogo", "Im Katalog filtern", "Filtrer dans le catalogue", "在目录中筛选",
    ),
    "Remove {keyword}": (
        "Quitar {keyword}", "{keyword} entfernen", "Retirer {keyword}", "移除 {keyword}",
    ),
    "Reset": ("Restablecer", "Zurücksetzen", "Réinitialiser", "重置"),
    "Show more": ("Mostrar más", "Mehr anzeigen", "Afficher plus", "显示更多"),
    "{shown} of {total}": (
        "{shown} de {total}", "{shown} von {total}", "{shown} sur {total}", "{shown} / {total}",
    ),
    "Nothing fits. Take a filter away or search for less.": (
        "Nada coincide. Quite un filtro o busque con menos palabras.",
        "Nichts passt. Nimm einen Filter weg oder suche nach weniger.",
        "Rien ne correspond. Retirez un filtre ou cherchez avec moins de mots.",
        "没有匹配项。请移除筛选条件或减少搜索词。",
    ),
    # health page
    "Findings": ("Hallazgos", "Befunde", "Constats", "检查结果"),
    "Findings by folder": (
        "Hallazgos por carpeta", "Befunde nach Ordner", "Constats par dossier",
        "按文件夹的检查结果",
    ),
    "Folder": ("Carpeta", "Ordner", "Dossier", "文件夹"),
    "Cited but missing": (
        "Citadas pero ausentes", "Zitiert, aber fehlend", "Citées mais absentes", "被引用但缺失",
    ),
    "Duplicate IDs": ("ID duplicados", "Doppelte IDs", "ID en double", "重复的编号"),
    "Orphans": ("Huérfanas", "Verwaiste", "Orphelines", "孤立条目"),
    "Longest untouched": (
        "Sin cambios desde hace más tiempo", "Am längsten unberührt",
        "Inchangées depuis le plus longtemps", "最久未更新",
    ),
    "Entries that no other document refers to.": (
        "Entradas a las que ningún otro documento hace referencia.",
        "Einträge, auf die kein anderes Dokument verweist.",
        "Entrées auxquelles aucun autre document ne fait référence.",
        "没有其他文档引用的条目。",
    ),
    "IDs that entries cite and that nothing bears: what to write next.": (
        "ID que se citan y que nadie lleva: lo que conviene escribir.",
        "IDs, die zitiert werden und die es nicht gibt: was als Nächstes zu schreiben ist.",
        "ID cités que rien ne porte : ce qu’il reste à écrire.",
        "被引用但不存在的编号：接下来应撰写的内容。",
    ),
    "Prerequisites in a circle": (
        "Requisitos en círculo", "Voraussetzungen im Kreis", "Prérequis en boucle",
        "循环的前置条件",
    ),
    "Each of these needs the next, and the last one the first.": (
        "Cada una requiere la siguiente, y la última la primera.",
        "Jeder braucht den nächsten, der letzte den ersten.",
        "Chacune a besoin de la suivante, et la dernière de la première.",
        "每一条都依赖下一条，最后一条又依赖第一条。",
    ),
    "Bridges": ("Puentes", "Brücken", "Ponts", "桥梁"),
    "Entries that join groups which hardly cite each other otherwise.": (
        "Entradas que unen grupos que apenas se citan entre sí.",
        "Einträge, die Gruppen verbinden, die einander sonst kaum zitieren.",
        "Entrées qui relient des groupes qui se citent peu par ailleurs.",
        "连接彼此很少引用的群组的条目。",
    ),
    "Groups": ("Grupos", "Gruppen", "Groupes", "群组"),
    "Documents that cite each other more than the rest, by the keywords that set them apart.": (
        "Documentos que se citan entre sí más que al resto, según las palabras que los distinguen.",
        "Dokumente, die einander mehr zitieren als den Rest, nach ihren eigenen Stichwörtern.",
        "Documents qui se citent entre eux plus que le reste, par leurs mots-clés propres.",
        "彼此引用多于其他文档的文档，以其特有的关键词命名。",
    ),
    "Nothing to report.": (
        "Nada que señalar.", "Nichts zu beanstanden.", "Rien à signaler.", "没有问题。",
    ),
    "None.": ("Ninguno.", "Keine.", "Aucun.", "无。"),
    "All of them:": ("Todos:", "Alle:", "Tous :", "全部："),
    "Source": ("Fuente", "Quelltext", "Source", "源文件"),
    "Errors": ("Errores", "Fehler", "Erreurs", "错误"),
    "Warnings": ("Advertencias", "Warnungen", "Avertissements", "警告"),
    "Notes": ("Notas", "Hinweise", "Remarques", "提示"),
    "error": ("error", "Fehler", "erreur", "错误"),
    "warning": ("advertencia", "Warnung", "avertissement", "警告"),
    "info": ("nota", "Hinweis", "remarque", "提示"),
    # permanent links and the page for missing addresses
    "{id} is borne by several": (
        "{id} lo llevan varios",
        "{id} tragen mehrere",
        "{id} est porté par plusieurs",
        "多个条目使用 {id}",
    ),
    "Page not found": (
        "Página no encontrada", "Seite nicht gefunden", "Page introuvable", "找不到页面",
    ),
    "Did you mean:": (
        "Quizás quiso decir:", "Meinten Sie:", "Vouliez-vous dire :", "您是不是要找：",
    ),
    "Home": ("Inicio", "Startseite", "Accueil", "首页"),
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
