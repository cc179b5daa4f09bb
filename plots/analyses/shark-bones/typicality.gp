# typicality: How typical the items of shark-bones are of each mode, and when they are learned
#
# Draw it again:   gnuplot typicality.gp
# As PNG or PDF:   gnuplot -e "format='png'" typicality.gp
# For a paper:     gnuplot -e "format='pdf'; medium='paper'" typicality.gp     (or 'slides')

if (!exists('format')) format = 'svg'
if (!exists('medium')) medium = 'web'
if (!exists('output')) output = 'typicality.' . format
if (medium eq 'web' && format eq 'svg') set terminal svg size 1200,573 font 'Helvetica,15' background 'white'
if (medium eq 'web' && format eq 'png') set terminal pngcairo size 2400,1146 font 'Helvetica,11' fontscale 2 linewidth 2 pointscale 2 background 'white'
if (medium eq 'web' && format eq 'pdf') set terminal pdfcairo size 12.5in,5.97in font 'Helvetica,11' fontscale 1 linewidth 2 background 'white'
if (medium eq 'slides' && format eq 'svg') set terminal svg size 1280,720 font 'Helvetica,24' linewidth 1.75 background 'white'
if (medium eq 'slides' && format eq 'png') set terminal pngcairo size 1920,1080 font 'Helvetica,18' fontscale 1.5 linewidth 2.625 pointscale 2.625 background 'white'
if (medium eq 'slides' && format eq 'pdf') set terminal pdfcairo size 13.33in,7.5in font 'Helvetica,18' fontscale 1 linewidth 3.5 background 'white'
if (medium eq 'paper' && format eq 'svg') set terminal svg size 326,590 font 'Helvetica,10.67' linewidth 0.75 background 'white'
if (medium eq 'paper' && format eq 'png') set terminal pngcairo size 1304,2360 font 'Helvetica,8' fontscale 4 linewidth 3 pointscale 3 background 'white'
if (medium eq 'paper' && format eq 'pdf') set terminal pdfcairo size 3.4in,6.15in font 'Helvetica,8' fontscale 1 linewidth 1.5 background 'white'
set output output
set encoding utf8
set minussign
set multiplot

reset
set datafile separator tab
set datafile columnheaders
set datafile commentschars ''
if (medium eq 'web') set lmargin at screen 0.10833
if (medium eq 'web') set rmargin at screen 0.4
if (medium eq 'web') set bmargin at screen 0.1623
if (medium eq 'web') set tmargin at screen 0.92147
if (medium eq 'slides') set lmargin at screen 0.09314
if (medium eq 'slides') set rmargin at screen 0.39009
if (medium eq 'slides') set bmargin at screen 0.32847
if (medium eq 'slides') set tmargin at screen 0.91
if (medium eq 'paper') set lmargin at screen 0.16254
if (medium eq 'paper') set rmargin at screen 0.79869
if (medium eq 'paper') set bmargin at screen 0.62576
if (medium eq 'paper') set tmargin at screen 0.95119
set border 15 linecolor '#404040'
set title 'Typicality v' offset 0,-0.3
if (medium eq 'web') set label 40 'mode' at screen 0.25417,0.08508 center
if (medium eq 'web') set label 30 '{/*0.88 '.'shark-bones · η = 100 · γ = 1e-12 · seed 2021'.'}' at screen 0.00625,0.02283 left textcolor '#707070'
if (medium eq 'slides') set label 40 'mode' at screen 0.24162,0.23013 center
if (medium eq 'slides') set label 30 '{/*0.88 '.'shark-bones · η = 100 · γ = 1e-12 · seed 2021'.'}' at screen 0.00938,0.02907 left textcolor '#707070'
if (medium eq 'paper') set label 40 'mode' at screen 0.48062,0.57243 center
if (medium eq 'paper') set label 30 '{/*0.88 '.'shark-bones · η = 100 · γ = 1e-12 · seed 2021'.'}' at screen 0.01636,0.01576 left textcolor '#707070'
set xrange [-0.5:7.5]
set xtics out scale 0 nomirror ('1' 0, '2' 1, '3' 2, '4' 3, '5' 4, '6' 5, '7' 6, '8' 7)
set yrange [7.5:-0.5]
set ytics out scale 0 nomirror ('Shark' 0, 'Tuna' 1, 'Robin' 2, 'Canary' 3, 'Rose' 4, 'Daisy' 5, 'Pine' 6, 'Oak' 7)
unset key
if (medium eq 'web') set palette defined (0 '#005a8f', 1 '#4a9ccb', 2 '#ffffff', 3 '#ee9b5f', 4 '#c24e00')
if (medium eq 'web') set cbrange [-0.58:0.58]
if (medium eq 'web') set colorbox user origin screen 0.40875,0.1623 size screen 0.01125,0.75916
if (medium eq 'web') set cbtics out nomirror 0.2
if (medium eq 'slides') set palette defined (0 '#005a8f', 1 '#4a9ccb', 2 '#ffffff', 3 '#ee9b5f', 4 '#c24e00')
if (medium eq 'slides') set cbrange [-0.58:0.58]
if (medium eq 'slides') set colorbox user origin screen 0.40322,0.32847 size screen 0.01688,0.58153
if (medium eq 'slides') set cbtics out nomirror 0.2
if (medium eq 'paper') set palette defined (0 '#005a8f', 1 '#4a9ccb', 2 '#ffffff', 3 '#ee9b5f', 4 '#c24e00')
if (medium eq 'paper') set cbrange [-0.58:0.58]
if (medium eq 'paper') set colorbox user origin screen 0.8216,0.62576 size screen 0.02945,0.32542
if (medium eq 'paper') set cbtics out nomirror 0.2
plot 'typicality.tsv' skip 1 matrix using 1:2:($1-0.5):($1+0.5):($2-0.5):($2+0.5):3 with boxxyerror linecolor palette fillstyle solid noborder notitle

reset
set datafile separator tab
set datafile columnheaders
set datafile commentschars ''
if (medium eq 'web') set lmargin at screen 0.58333
if (medium eq 'web') set rmargin at screen 0.79167
if (medium eq 'web') set bmargin at screen 0.1623
if (medium eq 'web') set tmargin at screen 0.92147
if (medium eq 'slides') set lmargin at screen 0.59859
if (medium eq 'slides') set rmargin at screen 0.96873
if (medium eq 'slides') set bmargin at screen 0.32847
if (medium eq 'slides') set tmargin at screen 0.91
if (medium eq 'paper') set lmargin at screen 0.16254
if (medium eq 'paper') set rmargin at screen 0.94544
if (medium eq 'paper') set bmargin at screen 0.17831
if (medium eq 'paper') set tmargin at screen 0.50373
set border 3 linecolor '#404040'
set title 'When each item is learned' offset 0,-0.3
if (medium eq 'web') set label 40 'epoch' at screen 0.6875,0.06675 center
if (medium eq 'slides') set label 40 'epoch' at screen 0.78366,0.2068 center
if (medium eq 'paper') set label 40 'epoch' at screen 0.55399,0.11232 center
if (medium eq 'web') set xrange [0:250]
if (medium eq 'web') set xtics out nomirror 100
if (medium eq 'slides') set xrange [0:250]
if (medium eq 'slides') set xtics out nomirror 50
if (medium eq 'paper') set xrange [0:250]
if (medium eq 'paper') set xtics out nomirror 50
set yrange [7.5:-0.5]
set ytics out scale 0 nomirror ('Shark' 0, 'Tuna' 1, 'Robin' 2, 'Canary' 3, 'Rose' 4, 'Daisy' 5, 'Pine' 6, 'Oak' 7)
if (medium eq 'web') set key at screen 0.81501,0.92147 left top Left reverse samplen 2 spacing 1.15
if (medium eq 'slides') set key at screen 0.51295,0.1768 left top horizontal maxcols 1 Left reverse samplen 2 spacing 1.15 width -3
if (medium eq 'paper') set key at screen 0.01309,0.09605 left top horizontal maxcols 1 Left reverse samplen 2 spacing 1.15 width -3
plot NaN with lines linecolor rgb '#0072b2' linewidth 8 dashtype 1 title 'loss at a half', \
     NaN with lines linecolor rgb '#d55e00' linewidth 8 dashtype 1 title 'loss at a tenth', \
     'learned-items.tsv' using 'x':'y' with points pointtype 7 linecolor rgb '#0072b2' notitle, \
     'learned-items-tenth.tsv' using 'x':'y' with points pointtype 7 linecolor rgb '#d55e00' notitle

unset multiplot
