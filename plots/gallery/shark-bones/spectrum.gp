# spectrum: The modes of shark-bones, and what its structure predicts
#
# Draw it again:   gnuplot spectrum.gp
# As PNG or PDF:   gnuplot -e "format='png'" spectrum.gp
# For a paper:     gnuplot -e "format='pdf'; medium='paper'" spectrum.gp     (or 'slides')

if (!exists('format')) format = 'svg'
if (!exists('medium')) medium = 'web'
if (!exists('output')) output = 'spectrum.' . format
if (medium eq 'web' && format eq 'svg') set terminal svg size 1100,573 font 'Helvetica,15' background 'white'
if (medium eq 'web' && format eq 'png') set terminal pngcairo size 2200,1146 font 'Helvetica,11' fontscale 2 linewidth 2 pointscale 2 background 'white'
if (medium eq 'web' && format eq 'pdf') set terminal pdfcairo size 11.46in,5.97in font 'Helvetica,11' fontscale 1 linewidth 2 background 'white'
if (medium eq 'slides' && format eq 'svg') set terminal svg size 1280,720 font 'Helvetica,24' linewidth 1.75 background 'white'
if (medium eq 'slides' && format eq 'png') set terminal pngcairo size 1920,1080 font 'Helvetica,18' fontscale 1.5 linewidth 2.625 pointscale 2.625 background 'white'
if (medium eq 'slides' && format eq 'pdf') set terminal pdfcairo size 13.33in,7.5in font 'Helvetica,18' fontscale 1 linewidth 3.5 background 'white'
if (medium eq 'paper' && format eq 'svg') set terminal svg size 326,368 font 'Helvetica,10.67' linewidth 0.75 background 'white'
if (medium eq 'paper' && format eq 'png') set terminal pngcairo size 1304,1472 font 'Helvetica,8' fontscale 4 linewidth 3 pointscale 3 background 'white'
if (medium eq 'paper' && format eq 'pdf') set terminal pdfcairo size 3.4in,3.83in font 'Helvetica,8' fontscale 1 linewidth 1.5 background 'white'
set output output
set encoding utf8
set minussign

set datafile separator tab
set datafile columnheaders
set datafile commentschars ''
if (medium eq 'web') set lmargin at screen 0.08636
if (medium eq 'web') set rmargin at screen 0.71818
if (medium eq 'web') set bmargin at screen 0.1623
if (medium eq 'web') set tmargin at screen 0.92147
if (medium eq 'slides') set lmargin at screen 0.10566
if (medium eq 'slides') set rmargin at screen 0.98124
if (medium eq 'slides') set bmargin at screen 0.32847
if (medium eq 'slides') set tmargin at screen 0.91
if (medium eq 'paper') set lmargin at screen 0.18438
if (medium eq 'paper') set rmargin at screen 0.96727
if (medium eq 'paper') set bmargin at screen 0.48766
if (medium eq 'paper') set tmargin at screen 0.92174
set border 3 linecolor '#404040'
set title 'Modes of the structure and of this sample' offset 0,-0.3
if (medium eq 'web') set label 40 'mode' at screen 0.40227,0.06675 center
if (medium eq 'web') set label 1 'singular value' at screen 0.02452,0.54188 center rotate by 90
if (medium eq 'web') set label 30 '{/*0.88 '.'shark-bones · seed 2021'.'}' at screen 0.00682,0.02283 left textcolor '#707070'
if (medium eq 'slides') set label 40 'mode' at screen 0.54345,0.2068 center
if (medium eq 'slides') set label 1 'singular value' at screen 0.02063,0.61923 center rotate by 90
if (medium eq 'slides') set label 30 '{/*0.88 '.'shark-bones · seed 2021'.'}' at screen 0.00938,0.02907 left textcolor '#707070'
if (medium eq 'paper') set label 40 'mode' at screen 0.57582,0.38186 center
if (medium eq 'paper') set label 1 'singular value' at screen 0.03599,0.7047 center rotate by 90
if (medium eq 'paper') set label 30 '{/*0.88 '.'shark-bones · seed 2021'.'}' at screen 0.01636,0.02528 left textcolor '#707070'
set xrange [0.4:8.6]
set xtics out nomirror 1
set yrange [0:165.6]
set ytics out nomirror 50
if (medium eq 'web') set key at screen 0.74091,0.92147 left top Left reverse samplen 2 spacing 1.15
if (medium eq 'slides') set key at screen 0.0075,0.1768 left top horizontal maxcols 3 Left reverse samplen 2 spacing 1.15 width -2
if (medium eq 'paper') set key at screen 0.01309,0.35577 left top horizontal maxcols 1 Left reverse samplen 2 spacing 1.15 width -2
plot 'spectrum-predicted.tsv' using 'x1':'y1':(column('x2')-column('x1')):(column('y2')-column('y1')) with vectors nohead linecolor rgb '#000000' linewidth 2 dashtype 1 notitle, \
     'spectrum.tsv' using 'x':'y' with points pointtype 7 linecolor rgb '#0072b2' notitle, \
     NaN with lines linecolor rgb '#0072b2' linewidth 8 dashtype 1 title 'this sample', \
     NaN with lines linecolor rgb '#000000' linewidth 2 dashtype 1 title 'before any sampling', \
     NaN with dots linecolor rgb '#ffffff' title 'level 0: 156', \
     NaN with dots linecolor rgb '#ffffff' title 'level 1: 122', \
     NaN with dots linecolor rgb '#ffffff' title 'level 2: 100', \
     NaN with dots linecolor rgb '#ffffff' title 'level 3: 71.4'
